"""The screens of saving and opening, one file each."""
