package cn.chuyi.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A token is remembered for a minute; what came with it must not be. */
class RememberingAuthenticationTest {
    @Test
    void who_is_remembered_is_the_same_without_the_request() {
        var request = (RoutingContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RoutingContext.class}, (_, _, _) -> null);
        var credential = new TokenCredential("token", "bearer");
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("ada"))
                .addRole("writer")
                .addCredential(credential)
                .addAttribute("tenant-id", "default")
                .addAttribute(RoutingContext.class.getName(), request)
                .build();

        var kept = RememberingAuthentication.withoutRequest(identity);

        assertThat(kept.getPrincipal()).isEqualTo(identity.getPrincipal());
        assertThat(kept.getRoles()).containsExactly("writer");
        assertThat(kept.getCredentials()).containsExactly(credential);
        assertThat(kept.getAttributes()).containsOnlyKeys("tenant-id");
    }
}
