"""Tables as a later version of the program might have them."""
