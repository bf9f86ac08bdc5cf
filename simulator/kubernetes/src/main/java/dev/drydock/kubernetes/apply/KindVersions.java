package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.MapNode;
import java.util.Optional;

/** The versions of one kind (managedfields/internal/versionconverter.go). */
record KindVersions(GroupVersionKind kind, SchemaTypes types, ObjectConversion conversion) implements Updater.Versions {

    @Override
    public Optional<Updater.Typed> convert(MapNode object, String apiVersion) {
        Optional<TypeRef> type = typeAt(apiVersion);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<MapNode> converted = apiVersion.equals(object.findString("apiVersion"))
                ? Optional.of(object)
                : conversion.toVersion(object, apiVersion);
        boolean changed = converted.isPresent() && !apiVersion.equals(object.findString("apiVersion"));
        if (changed && !types.isBuiltIn(kind)) {
            // custom resources change only their apiVersion, so their fields may be unknown there
            TypeCheck.problem(converted.get(), type.get(), true).ifPresent(problem -> {
                throw new UnconvertibleException(problem);
            });
        }
        return converted.map(node -> new Updater.Typed(node, type.get()));
    }

    @Override
    public Optional<TypeRef> typeAt(String apiVersion) {
        return types.find(GroupVersionKind.of(apiVersion, kind.kind()));
    }
}
