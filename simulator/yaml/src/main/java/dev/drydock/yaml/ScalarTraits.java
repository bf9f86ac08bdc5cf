package dev.drydock.yaml;

/**
 * What a text allows (libyaml's yaml_emitter_analyze_scalar, for block context).
 *
 * @param multiline whether it has line breaks
 * @param plain whether it can stand without quotes
 * @param singleQuoted whether it can stand in single quotes
 * @param block whether it can be a block scalar
 * @param blockWithTabs whether it can be one for go-yaml v3, which lets tabs stand in block scalars
 */
record ScalarTraits(boolean multiline, boolean plain, boolean singleQuoted, boolean block, boolean blockWithTabs) {

    private static final ScalarTraits EMPTY = new ScalarTraits(false, true, true, false, false);

    static ScalarTraits of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...");
        boolean breaks = false;
        boolean special = false;
        boolean tabs = false;
        boolean breakSpace = false;
        boolean spaceBreak = false;
        boolean afterSpace = false;
        boolean afterBreak = false;
        boolean afterBlank = true;
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean beforeBlank = i == last || CharReader.isBlank(text.charAt(i + 1));
            indicators |= isIndicator(c, i == 0, afterBlank, beforeBlank);
            tabs |= c == '\t';
            special |= c != '\t' && (Character.isSurrogate(c) || !isPrintable(c));
            boolean isBreak = CharReader.isBreak(c);
            breaks |= isBreak;
            breakSpace |= c == ' ' && afterBreak;
            spaceBreak |= isBreak && afterSpace;
            afterSpace = c == ' ';
            afterBreak = isBreak;
            afterBlank = CharReader.isBlankOrEnd(c);
        }
        char first = text.charAt(0);
        char end = text.charAt(last);
        boolean edges = first == ' ' || end == ' ' || CharReader.isBreak(first) || CharReader.isBreak(end);
        boolean unquotable = spaceBreak || special || tabs;
        return new ScalarTraits(
                breaks,
                !edges && !breaks && !breakSpace && !unquotable && !indicators,
                !breakSpace && !unquotable,
                end != ' ' && !unquotable,
                end != ' ' && !spaceBreak && !special);
    }

    private static boolean isIndicator(char c, boolean first, boolean afterBlank, boolean beforeBlank) {
        return switch (c) {
            case '#' -> first || afterBlank;
            case ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> first;
            case '?', '-' -> first && beforeBlank;
            case ':' -> beforeBlank;
            default -> false;
        };
    }

    /** The characters that go-yaml writes as they are; none beyond the basic plane. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7e)
                || (c >= 0xa0 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
    }
}
