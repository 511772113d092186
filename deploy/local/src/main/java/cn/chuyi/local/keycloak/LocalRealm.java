package cn.chuyi.local.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The committed realm, made comfortable for one's own machine: demo users, plain HTTP, long tokens, cheap passwords. */
final class LocalRealm {

    private static final int TOKEN_SECONDS = 1800;
    private static final String CHEAP_PASSWORDS = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private LocalRealm() {}

    /** The text to import; the same input gives the same text. */
    static String text(Path realm, Path namedUsers, List<Division> divisions) {
        try {
            var users = new ArrayList<>(JSON.readValue(namedUsers.toFile(), new TypeReference<List<DemoUser>>() {}));
            divisions.forEach(division -> users.addAll(DemoUser.of(division)));
            return JSON.writeValueAsString(comfortable((ObjectNode) JSON.readTree(realm.toFile()), users));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + realm, e);
        }
    }

    static ObjectNode comfortable(ObjectNode realm, List<DemoUser> users) {
        var local = realm.deepCopy();
        local.put("sslRequired", "none");
        local.put("accessTokenLifespan", TOKEN_SECONDS);
        local.put("passwordPolicy", CHEAP_PASSWORDS);
        var list = local.withArray("/users");
        users.stream().map(LocalRealm::representation).forEach(list::add);
        return local;
    }

    private static ObjectNode representation(DemoUser user) {
        var node = JSON.createObjectNode();
        node.put("id", user.subject().toString());
        node.put("username", user.username());
        node.put("enabled", true);
        node.withArray("/realmRoles").add(user.role());
        node.withObject("/attributes").putArray("division").add(user.division());
        node.putArray("credentials").addObject().put("type", "password").put("value", DemoUser.PASSWORD);
        return node;
    }
}
