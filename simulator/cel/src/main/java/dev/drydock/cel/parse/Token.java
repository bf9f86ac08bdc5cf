package dev.drydock.cel.parse;

/** A token with the code points that it spans. */
record Token(TokenKind kind, int start, int end, String text) {}
