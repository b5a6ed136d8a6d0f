"""The rows: what a host can see of what a person keeps, and nothing else.

Kind, dates, names and words are inside the envelopes.
"""

from __future__ import annotations

from django.db import models

HEX = 32  # characters of an id: sixteen random bytes


class Person(models.Model):
    """Someone who keeps words here: a random id, and the lock on their key."""

    id = models.CharField(primary_key=True, max_length=HEX)
    lock = models.BinaryField()
    """What a passphrase or the recovery words open, and the public key."""


class Record(models.Model):
    """One record's envelope."""

    id = models.CharField(primary_key=True, max_length=HEX)
    owner = models.ForeignKey(Person, models.CASCADE)
    format = models.PositiveIntegerField()
    revision = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField()
    """Bytes of the envelope; a power of two, and what sealing adds."""
    sealed = models.BinaryField()


class Contents(models.Model):
    """The one sealed index of a person's records."""

    owner = models.OneToOneField(Person, models.CASCADE, primary_key=True)
    revision = models.PositiveBigIntegerField()
    sealed = models.BinaryField()


class Arrived(models.Model):
    """What came while the home was locked, sealed to the person's public key."""

    id = models.CharField(primary_key=True, max_length=HEX)
    owner = models.ForeignKey(Person, models.CASCADE)
    sealed = models.BinaryField()


ROWS = (Person, Record, Contents, Arrived)
