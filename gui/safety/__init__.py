"""Nothing is lost: the journal of unsaved work, locks, changes from outside, reports of crashes."""
