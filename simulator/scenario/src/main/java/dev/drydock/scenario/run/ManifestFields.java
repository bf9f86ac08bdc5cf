package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Finds fields of manifests that the API server does not know, without running the scenario. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ManifestFields {

    private static final Pattern UNKNOWN = Pattern.compile("field not declared in schema|unknown field ");

    private ManifestFields() {}

    /**
     * The unknown fields of the manifests that a scenario's steps write and expect to be accepted, of the kinds that every
     * cluster with Flux serves.
     *
     * @throws dev.drydock.yaml.YamlException when a file that it names cannot be used
     */
    public static List<Diagnostic> problems(Scenario scenario) {
        ScenarioSources sources = ScenarioSources.load(scenario);
        Client client = Client.of(Pristine.copy().server(), UserInfo.admin(), "drydock");
        List<Diagnostic> problems = new ArrayList<>();
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                boolean mayFail = operation.blocked() != null || operation.knownDifference() != null;
                if (operation.action() instanceof Action.Write write && !mayFail) {
                    for (MapNode object : Operations.objects(write, sources)) {
                        check(write, object, client, problems);
                    }
                }
            }
        }
        return problems;
    }

    private static void check(Action.Write write, MapNode object, Client client, List<Diagnostic> problems) {
        boolean isServed = Pristine.discovery().find(ObjectLabel.kind(object)).isPresent();
        String message = isServed ? message(write, object, client) : "";
        if (UNKNOWN.matcher(message).find()) {
            problems.add(Diagnostic.of(FieldPlaces.of(object, message), ObjectLabel.of(object) + ": " + message));
        }
    }

    private static String message(Action.Write write, MapNode object, Client client) {
        WriteOptions options = WriteOptions.as(write.fieldManager()).withDryRun();
        try {
            MapNode placed = Operations.inSomeNamespace(object, client);
            ApiResponse response = write.create()
                    ? client.create(placed, options.with(FieldValidation.STRICT))
                    : client.apply(placed, options);
            return response.status().map(Status::message).orElse("");
        } catch (NotModelledException e) {
            return ""; // the run says so
        }
    }
}
