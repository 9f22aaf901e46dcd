"""The sentences that both front ends show, as plain text; how it looks is theirs."""
