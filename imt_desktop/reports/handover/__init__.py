"""The paper of a handover, to be signed by the old officer and the new one."""
