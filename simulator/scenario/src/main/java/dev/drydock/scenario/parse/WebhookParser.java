package dev.drydock.scenario.parse;

import dev.drydock.scenario.WebhookSpec;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Reads {@code spec.webhooks}. */
final class WebhookParser {

    private static final List<String> OPERATIONS = List.of("CREATE", "UPDATE", "DELETE", "CONNECT");
    private static final int FORBIDDEN = 403;

    private final Problems problems;

    WebhookParser(Problems problems) {
        this.problems = problems;
    }

    WebhookSpec webhook(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.WEBHOOK, problems);
        return new WebhookSpec(
                fields.name("name"),
                fields.text("configuration"),
                fields.list("answers", this::answer),
                node.location());
    }

    private WebhookSpec.Answer answer(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.WEBHOOK_ANSWER, problems);
        List<String> given =
                List.of("deny", "fails", "patch").stream().filter(fields::has).toList();
        if (given.size() > 1) {
            problems.add(
                    node.location(),
                    at + ": one of deny, fails and patch is expected, found " + String.join(" and ", given));
        }
        Node patch = fields.get("patch");
        if (patch != null && !(patch instanceof ListNode)) {
            fields.wrong("patch", "a JSON patch is a list of operations, found " + Fields.what(patch));
        }
        if (patch instanceof ListNode operations) {
            Patches.check(operations, fields.path("patch"), problems);
        }
        return new WebhookSpec.Answer(
                when(fields),
                fields.has("deny") ? deny(fields) : null,
                fields.text("fails"),
                patch instanceof ListNode operations ? operations : ListNode.EMPTY,
                fields.texts("warnings"));
    }

    private WebhookSpec.When when(Fields answer) {
        Node node = answer.get("when");
        if (node == null) {
            return WebhookSpec.When.ANY;
        }
        Fields fields = Fields.of(node, answer.path("when"), Shape.WEBHOOK_WHEN, problems);
        List<String> operations = fields.texts("operations");
        for (String operation : operations) {
            if (!OPERATIONS.contains(operation)) {
                fields.wrong(
                        "operations",
                        "Unsupported value: \"" + operation + "\": supported values: " + String.join(", ", OPERATIONS)
                                + Nearest.hint(operation, OPERATIONS));
            }
        }
        return new WebhookSpec.When(
                operations,
                fields.text("kind"),
                fields.text("namespace"),
                fields.text("name"),
                fields.text("user"),
                fields.map("object"));
    }

    private WebhookSpec.Deny deny(Fields answer) {
        Node node = answer.get("deny");
        Fields fields =
                Fields.of(node == null ? MapNode.EMPTY : node, answer.path("deny"), Shape.WEBHOOK_DENY, problems);
        Integer code = fields.integer("code");
        return new WebhookSpec.Deny(
                fields.text("message", ""), code == null ? FORBIDDEN : code, fields.text("reason", "Forbidden"));
    }
}
