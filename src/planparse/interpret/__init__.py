"""Document -> Plan."""
