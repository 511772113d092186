package cn.chuyi.kit.test;

import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts a real PostgreSQL, a real Kafka with the suite's topics, and an OIDC provider, once for a module's tests. */
public final class LocalStack implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "service";

    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable MiniOidc oidc;

    @Override
    public Map<String, String> start() {
        var broker = CompletableFuture.supplyAsync(LocalKafka::temporary);
        var database = LocalPostgres.temporary();
        database.database(DATABASE);
        var provider = MiniOidc.start();
        var node = broker.join();
        postgres = database;
        kafka = node;
        oidc = provider;
        return Map.of(
                "DB_URL", database.jdbcUrl(DATABASE),
                "DB_USER", DATABASE,
                "DB_PASSWORD", DATABASE,
                "KAFKA_BOOTSTRAP_SERVERS", node.bootstrapServers(),
                "OIDC_AUTH_SERVER_URL", provider.issuer(),
                "SIGNING_SECRET", signingKey());
    }

    private static String signingKey() {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return Base64.getEncoder().encodeToString(key.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (oidc != null) {
            oidc.close();
        }
    }
}
