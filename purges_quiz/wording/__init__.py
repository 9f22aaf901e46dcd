"""What both front ends say in the same words, as plain text: how it looks is theirs."""
