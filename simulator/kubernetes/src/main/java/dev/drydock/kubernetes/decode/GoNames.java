package dev.drydock.kubernetes.decode;

import java.util.Map;

/** The Go names of fields that are not their JSON names with a capital, by JSON name or by struct and JSON name. */
final class GoNames {

    static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("apiGroup", "APIGroup"),
            Map.entry("apiVersion", "APIVersion"),
            Map.entry("awsElasticBlockStore", "AWSElasticBlockStore"),
            Map.entry("cephfs", "CephFS"),
            Map.entry("chapAuthDiscovery", "DiscoveryCHAPAuth"),
            Map.entry("chapAuthSession", "SessionCHAPAuth"),
            Map.entry("csi", "CSI"),
            Map.entry("diskURI", "DataDiskURI"),
            Map.entry("dnsConfig", "DNSConfig"),
            Map.entry("dnsPolicy", "DNSPolicy"),
            Map.entry("endpoints", "EndpointsName"),
            Map.entry("fc", "FC"),
            Map.entry("fsGroup", "FSGroup"),
            Map.entry("fsGroupChangePolicy", "FSGroupChangePolicy"),
            Map.entry("fsType", "FSType"),
            Map.entry("gcePersistentDisk", "GCEPersistentDisk"),
            Map.entry("gmsaCredentialSpec", "GMSACredentialSpec"),
            Map.entry("gmsaCredentialSpecName", "GMSACredentialSpecName"),
            Map.entry("grpc", "GRPC"),
            Map.entry("httpGet", "HTTPGet"),
            Map.entry("httpHeaders", "HTTPHeaders"),
            Map.entry("RBDPersistentVolumeSource.image", "RBDImage"),
            Map.entry("RBDPersistentVolumeSource.monitors", "CephMonitors"),
            Map.entry("RBDPersistentVolumeSource.pool", "RBDPool"),
            Map.entry("RBDPersistentVolumeSource.user", "RadosUser"),
            Map.entry("RBDVolumeSource.image", "RBDImage"),
            Map.entry("RBDVolumeSource.monitors", "CephMonitors"),
            Map.entry("RBDVolumeSource.pool", "RBDPool"),
            Map.entry("RBDVolumeSource.user", "RadosUser"),
            Map.entry("ip", "IP"),
            Map.entry("iqn", "IQN"),
            Map.entry("iscsi", "ISCSI"),
            Map.entry("iscsiInterface", "ISCSIInterface"),
            Map.entry("nfs", "NFS"),
            Map.entry("os", "OS"),
            Map.entry("pdName", "PDName"),
            Map.entry("qosClass", "QOSClass"),
            Map.entry("rbd", "RBD"),
            Map.entry("seLinuxChangePolicy", "SELinuxChangePolicy"),
            Map.entry("seLinuxOptions", "SELinuxOptions"),
            Map.entry("sslEnabled", "SSLEnabled"),
            Map.entry("storageos", "StorageOS"),
            Map.entry("tcpSocket", "TCPSocket"),
            Map.entry("ttlSecondsAfterFinished", "TTLSecondsAfterFinished"),
            Map.entry("tty", "TTY"),
            Map.entry("uid", "UID"),
            Map.entry("wwids", "WWIDs"));

    private GoNames() {}
}
