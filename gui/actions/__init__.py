"""Everything a person can ask for, in one table: menus, toolbar and shortcuts walk it."""
