"""Every step from an older table to this one."""
