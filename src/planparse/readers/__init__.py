"""Readers: bytes -> Document."""
