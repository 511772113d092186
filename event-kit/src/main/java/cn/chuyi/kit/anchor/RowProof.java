package cn.chuyi.kit.anchor;

import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.merkle.Inclusion;
import cn.chuyi.kit.signing.VerificationKey;
import java.util.HexFormat;
import java.util.List;

/**
 * That a row of the journal is under a signed root.
 *
 * @param event id of the row's fact; the service's word, as the root is over hashes and not over ids
 * @param number of its link in the hash chain
 * @param hash of that link, lowercase hex
 * @param path siblings from the leaf up, lowercase hex
 */
public record RowProof(String event, long number, String hash, List<String> path, Anchored anchor) {
    public RowProof {
        requireNonNull(event, "no event");
        requireNonNull(hash, "no hash");
        requireNonNull(anchor, "no anchor");
        path = List.copyOf(requireNonNull(path, "no path"));
    }

    static RowProof of(String event, long number, byte[] hash, Inclusion inclusion, Anchored anchor) {
        return new RowProof(event, number, HexFormat.of().formatHex(hash), hex(inclusion.path()), anchor);
    }

    static List<String> hex(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).toList();
    }

    /** @throws UnprovenException naming what does not hold */
    public void check(List<VerificationKey> keys) {
        anchor.check(keys);
        var inclusion = new Inclusion(
                number - 1, anchor.size(), path.stream().map(Anchored::bytes).toList());
        if (!inclusion.proves(anchor.algorithm(), Anchored.bytes(hash), anchor.rootHash())) {
            throw new UnprovenException(
                    "link " + number + " of " + anchor.service() + " is not under the root of " + anchor.size());
        }
    }
}
