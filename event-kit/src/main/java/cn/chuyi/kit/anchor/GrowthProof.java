package cn.chuyi.kit.anchor;

import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.merkle.Consistency;
import cn.chuyi.kit.signing.VerificationKey;
import java.util.List;

/**
 * That a later root is over everything that an earlier one is over, unchanged, and more.
 *
 * @param path nodes from which both roots follow, lowercase hex
 */
public record GrowthProof(List<String> path, Anchored earlier, Anchored later) {
    public GrowthProof {
        requireNonNull(earlier, "no earlier root");
        requireNonNull(later, "no later root");
        path = List.copyOf(requireNonNull(path, "no path"));
    }

    /** @throws UnprovenException naming what does not hold */
    public void check(List<VerificationKey> keys) {
        earlier.check(keys);
        later.check(keys);
        if (!earlier.service().equals(later.service()) || !earlier.digest().equals(later.digest())) {
            throw new UnprovenException("the roots are of two journals, or of two digests");
        }
        var consistency = new Consistency(
                earlier.size(), later.size(), path.stream().map(Anchored::bytes).toList());
        if (!consistency.proves(later.algorithm(), earlier.rootHash(), later.rootHash())) {
            throw new UnprovenException(
                    "the root of " + later.size() + " does not extend the root of " + earlier.size());
        }
    }
}
