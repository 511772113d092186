package cn.chuyi.reporting.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.merkle.MerkleTree;
import cn.chuyi.reporting.ledger.Sql;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One programme-year under one digest: the Merkle root over its units' and editions' digests, live and rebuilt. Two
 * parties who compare roots have compared every number.
 *
 * @param live absent when the cycle is not there
 * @param rebuilt absent when the cycle is not there
 */
record Root(String cycle, @Nullable String live, @Nullable String rebuilt) {
    private static final String LEAVES = """
            select cycle, array_agg(unit || ' ' || edition || ' ' || digest order by unit collate "C", edition) from (
                select cycle, unit, -1 as edition, digest from %1$s.score
                union all select cycle, unit, edition, digest from %1$s.edition) leaves
            group by cycle""";

    /** @param same whether all rows were found to be, so that one look is enough */
    static List<Root> between(Sql sql, String liveSchema, String rebuiltSchema, boolean same) {
        var rebuilt = of(sql, rebuiltSchema);
        var live = same ? rebuilt : of(sql, liveSchema);
        var cycles = new TreeSet<>(live.keySet());
        cycles.addAll(rebuilt.keySet());
        return cycles.stream()
                .map(cycle -> new Root(cycle, live.get(cycle), rebuilt.get(cycle)))
                .toList();
    }

    private static Map<String, String> of(Sql sql, String schema) {
        var roots = new TreeMap<String, String>();
        sql.each(
                LEAVES.formatted(schema),
                row -> roots.put(
                        row.getString(1), root((String[]) row.getArray(2).getArray())));
        return roots;
    }

    private static String root(String[] leaves) {
        var entries = Arrays.stream(leaves).map(leaf -> leaf.getBytes(UTF_8)).toList();
        return HexFormat.of()
                .formatHex(MerkleTree.over(HashAlgorithm.SHA_256, entries).root());
    }
}
