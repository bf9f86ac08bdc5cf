package dev.drydock.helm.schema;

/** The keywords for texts, whose length is counted in code points. */
final class TextKeywords {

    private final Patterns patterns;

    TextKeywords(Patterns patterns) {
        this.patterns = patterns;
    }

    void check(Visit visit, String text) {
        Counts.check(visit, "minLength", "maxLength", text.codePointCount(0, text.length()));
        String pattern = visit.keywords().findText("pattern");
        if (!pattern.isEmpty() && !patterns.matches(pattern, text)) {
            visit.add(Shown.quote(text) + " does not match pattern " + Shown.quote(pattern));
        }
    }
}
