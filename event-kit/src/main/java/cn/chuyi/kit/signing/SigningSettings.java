package cn.chuyi.kit.signing;

import cn.chuyi.kit.merkle.HashAlgorithm;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What this service signs with. */
@ConfigMapping(prefix = "chuyi.signing")
public interface SigningSettings {

    /** Ed25519 private key in PEM; absent in a service that signs nothing. */
    Optional<String> key();

    /** JWKS of the keys before this one, so that what they signed can still be verified. */
    Optional<String> formerKeys();

    /** Digest of manifests and trees: SHA_256 or SM3. */
    @WithDefault("SHA_256")
    HashAlgorithm digest();
}
