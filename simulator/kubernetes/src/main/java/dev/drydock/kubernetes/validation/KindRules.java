package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What is particular to one built-in kind, as upstream's registry strategies are: its defaults, what may be written into it,
 * and what is wrong with it. Every method has a harmless default.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface KindRules {

    /** The object with the defaults of its version; called on every decoded object before admission. */
    default MapNode defaults(MapNode object) {
        return object;
    }

    /**
     * What comes before everything else in a creation: what only the server hands out (store.go, BeginCreate).
     *
     * @throws InvalidObjectException when it is not to be had
     */
    default MapNode beginCreate(MapNode object, Surroundings around) {
        return object;
    }

    /**
     * What comes before everything else in an update (store.go, BeginUpdate).
     *
     * @throws InvalidObjectException when something is not to be had
     */
    default MapNode beginUpdate(MapNode object, MapNode old, Surroundings around) {
        return object;
    }

    /** The object as clients read it once it is stored. */
    default MapNode asRead(MapNode object) {
        return object;
    }

    /** What clients are warned of before a new object is prepared, so that they hear of it also when it is refused. */
    default List<String> warningsBeforeCreate(MapNode object) {
        return List.of();
    }

    /** The object as it may be created: without what clients may not set, such as the status. */
    default MapNode prepareForCreate(MapNode object) {
        return object;
    }

    /** The object as it may replace an old one. */
    default MapNode prepareForUpdate(MapNode object, MapNode old) {
        return object;
    }

    /** The object as it may replace an old one through a subresource that is not the status. */
    default MapNode prepareSubresource(String subresource, MapNode object, MapNode old) {
        return object;
    }

    /** What is wrong with an object that is to be created, its metadata aside. */
    default FieldErrors validateCreate(MapNode object) {
        return new FieldErrors();
    }

    /**
     * What is wrong with an object that is to replace an old one, looked at as a new one; asked only of kinds whose strategies
     * do so before they look at the metadata of the update.
     */
    default FieldErrors validateAnew(MapNode object, MapNode old) {
        return validateCreate(object);
    }

    /** What is wrong with an object that is to replace an old one, its metadata aside. */
    default FieldErrors validateUpdate(MapNode object, MapNode old) {
        return new FieldErrors();
    }

    /** What is wrong with an object that is to replace an old one through a subresource that is not the status. */
    default FieldErrors validateSubresource(String subresource, MapNode object, MapNode old) {
        return validateUpdate(object, old);
    }

    /** What is wrong with an object whose status is to be replaced, its metadata aside. */
    default FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return new FieldErrors();
    }

    /** Why an object of this name may not be deleted by anybody; empty when it may. */
    default String refusalOfDeletion(String name) {
        return "";
    }

    /** What clients are warned of on a creation. */
    default List<String> warningsOnCreate(MapNode object) {
        return List.of();
    }

    /** What clients are warned of on an update. */
    default List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return List.of();
    }
}
