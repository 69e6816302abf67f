#!/bin/sh
# Whether this container can do its work: its process touched the heartbeat lately, which it does every few seconds
# as long as its broker and its database answer. Starting Python to ask would cost more than the services themselves.
age=$(($(date +%s) - $(stat -c %Y "$BALIE_HEARTBEAT" 2>/dev/null || echo 0)))
[ "$age" -le 20 ] && exit 0
echo "$BALIE_HEARTBEAT was not touched within 20 seconds: the broker or the database does not answer, or the process hangs."
exit 1
