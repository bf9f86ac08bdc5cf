package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;

/** What schemas demand of strings; only the first mistake is told (kube-openapi, stringValidator and formatValidator). */
final class TextRules {

    private TextRules() {}

    static Findings check(ScalarNode value, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        String text = value.stringValue();
        int length = text.codePointCount(0, text.length());
        Long most = schema.findLong("maxLength");
        Long least = schema.findLong("minLength");
        String pattern = schema.findText("pattern");
        if (most != null && length > most) {
            place.tooLong(findings, most.intValue());
        } else if (least != null && length < least) {
            place.invalid(findings, value, "should be at least " + least + " chars long");
        } else if (!pattern.isEmpty() && !GoPattern.finds(pattern, text)) {
            place.invalid(findings, value, "should match '" + pattern + "'");
        }
        return findings;
    }

    static Findings format(ScalarNode value, String format, ErrorPlace place) {
        Findings findings = new Findings();
        if (!Formats.matches(format, value.stringValue())) {
            place.type(findings, format, value.stringValue());
        }
        return findings;
    }
}
