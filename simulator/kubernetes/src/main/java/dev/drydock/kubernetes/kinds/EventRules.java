package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Events of both groups (pkg/apis/core/validation/events.go); errors name the fields of the core group. */
final class EventRules implements KindRules {

    private static final int LONGEST = 128;
    private static final int LONGEST_NOTE = 1024;
    private static final List<String> UNSET = List.of("firstTimestamp", "lastTimestamp", "count");

    /** The names that fields of events.k8s.io have in the core group. */
    private static final Map<String, String> CORE_NAMES = Map.of(
            "note", "message",
            "regarding", "involvedObject",
            "reportingController", "reportingComponent",
            "deprecatedSource", "source",
            "deprecatedFirstTimestamp", "firstTimestamp",
            "deprecatedLastTimestamp", "lastTimestamp",
            "deprecatedCount", "count");

    private static final List<String> FROZEN = List.of(
            "involvedObject",
            "reason",
            "message",
            "source",
            "firstTimestamp",
            "lastTimestamp",
            "count",
            "reason",
            "type",
            "eventTime",
            "action",
            "related",
            "reportingComponent",
            "reportingInstance");

    private final boolean strict;

    /** Rules of a group; those of events.k8s.io are strict. */
    EventRules(boolean strict) {
        this.strict = strict;
    }

    static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static MapNode inCoreForm(MapNode event) {
        MapNode core = MapNode.EMPTY;
        for (String key : event.keys()) {
            Node value = event.get(key);
            core = value == null ? core : core.with(CORE_NAMES.getOrDefault(key, key), value);
        }
        return core;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field event = Field.of(strict ? inCoreForm(object) : object, errors);
        legacy(event);
        if (strict) {
            series(event.in("series"));
            if (!event.has("eventTime")) {
                event.in("eventTime").required("");
            }
            String type = event.text("type");
            if (!type.equals("Normal") && !type.equals("Warning")) {
                event.in("type").invalid("", "has invalid value: " + type);
            }
            for (String field : UNSET) {
                if (event.has(field) && !event.in(field).value().equals(Node.of(0))) {
                    event.in(field).invalid("", "needs to be unset");
                }
            }
            if (!event.text("source", "component").isEmpty()
                    || !event.text("source", "host").isEmpty()) {
                event.in("source").invalid("", "needs to be unset");
            }
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        MapNode now = strict ? inCoreForm(object) : object;
        MapNode before = strict ? inCoreForm(old) : old;
        Field event = Field.of(now, errors);
        legacy(event);
        if (strict) {
            if (!Read.same(now.get("series"), before.get("series"))) {
                series(event.in("series"));
            }
            for (String field : FROZEN) {
                if (!Read.same(now.get(field), before.get(field))) {
                    String shown = field.equals("reportingComponent") ? "reportingController" : field;
                    errors.add(FieldError.invalid(shown, Read.value(now, field), Check.IMMUTABLE));
                }
            }
        }
        return errors;
    }

    private static void series(Field series) {
        if (!series.isSet()) {
            return;
        }
        if (series.number("count") < 2) {
            series.in("count").invalid("", "should be at least 2");
        }
        if (!series.has("lastObservedTime")) {
            series.in("lastObservedTime").required("");
        }
    }

    /** What any event has to be. */
    private static void legacy(Field event) {
        String namespace = event.text("metadata", "namespace");
        Field involved = event.in("involvedObject", "namespace");
        boolean isTimed = event.has("eventTime");
        boolean matches = involved.text().isEmpty()
                ? namespace.isEmpty() || namespace.equals("default") || (isTimed && namespace.equals("kube-system"))
                : isTimed || namespace.equals(involved.text());
        if (!matches) {
            involved.invalid(involved.text(), "does not match event.namespace");
        }
        if (isTimed) {
            timed(event);
        }
        event.in("metadata", "namespace").as("namespace").invalid(NameRules.dnsSubdomain(namespace));
    }

    private static void timed(Field event) {
        Field controller = event.in("reportingComponent").as("reportingController");
        if (controller.text().isEmpty()) {
            controller.required("");
        }
        NameRules.labelKey(controller.text()).forEach(text -> controller.invalid(controller.text(), text));
        for (String field : List.of("reportingInstance", "action", "reason")) {
            Field text = event.in(field);
            text.isRequiredText();
            atMost(text, LONGEST);
        }
        atMost(event.in("message"), LONGEST_NOTE);
    }

    private static void atMost(Field text, int most) {
        if (text.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > most) {
            text.invalid("", "can have at most " + most + " characters");
        }
    }
}
