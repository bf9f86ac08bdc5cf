package dev.drydock.kubernetes.validation;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/** What a kind may look at beside the object that is written: who writes, the other objects, and whether anything is stored at all. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Surroundings {

    /** Who writes. */
    UserInfo user();

    /** Whether the write is a dry run. */
    boolean isDryRun();

    /** All objects of a resource of the core group, of all namespaces. */
    List<MapNode> all(String resource);
}
