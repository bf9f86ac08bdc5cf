package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.Node;
import java.net.URI;

/** A call to where a webhook is said to listen. */
final class WebhookCall {

    private static final GroupVersionResource SERVICES = new GroupVersionResource("", "v1", "services");
    private static final int HTTPS = 443;

    private final ClusterView cluster;
    private final Node webhook;

    WebhookCall(ClusterView cluster, Node webhook) {
        this.cluster = cluster;
        this.webhook = webhook;
    }

    /** Why it fails, in the words of Go's client. */
    String failure() {
        String url = webhook.findText("clientConfig", "url");
        return url.isEmpty() ? failureOfService() : post(url) + failureOfAddress(URI.create(url));
    }

    private String post(String url) {
        Long seconds = webhook.findLong("timeoutSeconds");
        return "Post \"" + url + "?timeout=" + (seconds == null ? 10 : seconds) + "s\": ";
    }

    private String failureOfService() {
        Node service = webhook.findMap("clientConfig", "service");
        String name = service.findText("name");
        String namespace = service.findText("namespace");
        if (cluster.get(SERVICES, namespace, name).isPresent()) {
            throw new NotModelledException(
                    "the answer of the webhook " + webhook.findString("name") + ", whose Service exists");
        }
        Long port = service.findLong("port");
        String path = service.findText("path");
        String url = "https://" + name + "." + namespace + ".svc:" + (port == null ? HTTPS : port)
                + (path.startsWith("/") ? path : "/" + path);
        return post(url) + "service \"" + name + "\" not found";
    }

    private static String failureOfAddress(URI url) {
        String host = url.getHost();
        if ("127.0.0.1".equals(host) || "localhost".equals(host)) {
            return "dial tcp 127.0.0.1:" + (url.getPort() < 0 ? HTTPS : url.getPort())
                    + ": connect: connection refused";
        }
        return "dial tcp: lookup " + host + ": no such host";
    }
}
