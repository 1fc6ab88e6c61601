"""The data types that the rooms of the house share. No logic beyond derived views."""
