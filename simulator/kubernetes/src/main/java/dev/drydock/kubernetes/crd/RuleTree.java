package dev.drydock.kubernetes.crd;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a schema and of all inside it (apiserver/schema/cel/validation.go, Validator). A tree is made once a schema; the
 * rules of a place in it are compiled when a value is first found there.
 */
final class RuleTree {

    /** Schemas are told apart by identity: a definition that is not written keeps its schemas. */
    private static final Cache<MapNode, RuleTree> TREES =
            CacheBuilder.newBuilder().weakKeys().maximumSize(256).build();

    private final MapNode schema;
    private final boolean isResource;
    private final @Nullable RuleTree items;
    private final @Nullable RuleTree additional;
    private final Map<String, RuleTree> properties = new TreeMap<>();
    private volatile @Nullable List<SchemaRule> rules;

    private RuleTree(MapNode schema, boolean isResource) {
        this.schema = schema;
        this.isResource = isResource;
        this.items = below(Parts.map(schema, "items"));
        this.additional = below(Parts.map(schema, "additionalProperties"));
        for (String name : Parts.names(schema, "properties")) {
            RuleTree property = below(Parts.map(schema.findMap("properties"), name));
            if (property != null) {
                properties.put(name, property);
            }
        }
    }

    private static @Nullable RuleTree below(@Nullable MapNode schema) {
        if (schema == null) {
            return null;
        }
        RuleTree tree = new RuleTree(schema, schema.isTrue("x-kubernetes-embedded-resource"));
        return tree.isEmpty() ? null : tree;
    }

    /** The rules of the schema of a whole object. */
    static RuleTree ofResource(MapNode schema) {
        RuleTree known = TREES.getIfPresent(schema);
        if (known == null) {
            known = new RuleTree(schema, true); // two threads may each make one; they are alike
            TREES.put(schema, known);
        }
        return known;
    }

    /** The rules of a part of a schema. */
    static RuleTree of(MapNode schema, boolean isResource) {
        return new RuleTree(schema, isResource);
    }

    boolean isEmpty() {
        return items == null
                && additional == null
                && properties.isEmpty()
                && schema.findList(RuleShapeRules.RULES).isEmpty();
    }

    @Nullable
    RuleTree items() {
        return items;
    }

    @Nullable
    RuleTree additional() {
        return additional;
    }

    @Nullable
    RuleTree property(String name) {
        return properties.get(name);
    }

    MapNode schema() {
        return schema;
    }

    /** The schema by which values are read. */
    MapNode valueSchema() {
        return isResource ? SchemaValues.withTypeAndName(schema) : schema;
    }

    synchronized List<SchemaRule> rules() {
        List<SchemaRule> known = rules;
        if (known == null) {
            boolean none = schema.findList(RuleShapeRules.RULES).isEmpty();
            RuleCompiler compiler = none ? null : RuleCompiler.of(schema, isResource);
            known = compiler == null ? List.of() : compiler.compile();
            rules = known;
        }
        return known;
    }
}
