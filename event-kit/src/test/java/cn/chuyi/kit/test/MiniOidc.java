package cn.chuyi.kit.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * The part of an OIDC provider that a resource server asks: discovery and keys. Tokens are made by {@link Tokens}; the
 * service checks signature, issuer, audience and expiry as it does with any provider.
 */
final class MiniOidc implements AutoCloseable {
    static final KeyPair KEYS = keys();
    static final String KEY_ID = "test";

    private static final String REALM = "/realms/chuyi";
    private static volatile String issuer = "";

    private final HttpServer server;

    private MiniOidc(HttpServer server) {
        this.server = server;
    }

    static MiniOidc start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://localhost:" + server.getAddress().getPort() + REALM;
            serve(server, REALM + "/.well-known/openid-configuration", discovery());
            serve(server, REALM + "/jwks", jwks((RSAPublicKey) KEYS.getPublic()));
            server.start();
            return new MiniOidc(server);
        } catch (IOException e) {
            throw new UncheckedIOException("no OIDC provider for tests", e);
        }
    }

    String issuer() {
        return issuer;
    }

    private static String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth"}""".formatted(issuer);
    }

    private static String jwks(RSAPublicKey key) {
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
