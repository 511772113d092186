package cn.chuyi.kit.signing;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.merkle.HashAlgorithm;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The key that this service signs with. A key that cannot be read stops the start. */
@Startup
@ApplicationScoped
public class Signing {
    private final Optional<SigningKey> key;
    private final List<VerificationKey> former;
    private final HashAlgorithm digest;

    Signing(SigningSettings settings) {
        this.key = settings.key().filter(pem -> !pem.isBlank()).map(SigningKey::ofPem);
        this.former = settings.formerKeys()
                .filter(json -> !json.isBlank())
                .map(VerificationKey::ofJwks)
                .orElse(List.of());
        this.digest = settings.digest();
    }

    /** Absent when none is configured. */
    public Optional<SigningKey> key() {
        return key;
    }

    public HashAlgorithm digest() {
        return digest;
    }

    /** @throws ProblemException 503 when no key is configured */
    public SigningKey require() {
        return key.orElseThrow(() -> new ProblemException(
                503,
                "SIGNING_KEY_MISSING",
                new Text("本服务未配置签名密钥，不能出具签名文件。", "This service has no signing key, so it signs nothing."),
                new Text(
                        "请管理员设置 SIGNING_SECRET_FILE（Ed25519 私钥，PEM）。",
                        "The administrator sets SIGNING_SECRET_FILE to an Ed25519 private key in PEM."),
                null));
    }

    /** The present key first, then those before it. */
    List<VerificationKey> published() {
        return Stream.concat(key.map(SigningKey::verifier).stream(), former.stream())
                .toList();
    }
}
