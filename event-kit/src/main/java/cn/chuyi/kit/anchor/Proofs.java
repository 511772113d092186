package cn.chuyi.kit.anchor;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Proofs about the journal, for those who hold a signed root or a fact. */
@ApplicationScoped
class Proofs {
    private final DataSource database;
    private final Anchors anchors;

    Proofs(DataSource database, Anchors anchors) {
        this.database = database;
        this.anchors = anchors;
    }

    /** @throws ProblemException 404 before the first root */
    Anchored latest() {
        return anchors.latest()
                .orElseThrow(() -> ProblemException.notFound(
                        "NOT_ANCHORED_YET",
                        new Text("日志尚未签署根哈希。", "No root over the journal was signed yet."),
                        new Text("请稍后再试；未配置签名密钥时不签署。", "Try later; without a signing key none is signed.")));
    }

    /** @throws ProblemException 404 when the journal has no such fact, 409 when no root is over it yet */
    @Transactional
    RowProof row(UUID event) {
        Anchored anchor = latest();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(chain, 0), hash from journal left join journal_link using (position) where id = ?")) {
            select.setObject(1, event);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound(
                            "EVENT_UNKNOWN",
                            new Text("本服务没有事件 " + event + "。", "This service recorded no event " + event + "."),
                            new Text("请按 ce_source 查询对应的服务。", "Ask the service that ce_source names."));
                }
                long number = row.getLong(1);
                if (number == 0 || number > anchor.size()) {
                    throw later(event);
                }
                var tree = new JournalTree(connection, anchor.algorithm()).of(anchor.size());
                return RowProof.of(event.toString(), number, row.getBytes(2), tree.inclusion(number - 1), anchor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prove a row", e);
        }
    }

    private static ProblemException later(UUID event) {
        return new ProblemException(
                409,
                "NOT_ANCHORED_YET",
                new Text("事件 " + event + " 尚未纳入已签署的根哈希。", "No signed root is over event " + event + " yet."),
                new Text("请在下次签署后再试。", "Try again after the next root."),
                null);
    }

    /** @throws ProblemException 404 when no root was signed over so many links */
    @Transactional
    GrowthProof growth(long earlier) {
        Anchored later = latest();
        Anchored before = anchors.over(earlier)
                .filter(anchor -> anchor.digest().equals(later.digest()))
                .orElseThrow(() -> ProblemException.notFound(
                        "ANCHOR_UNKNOWN",
                        new Text("没有覆盖 " + earlier + " 条的根哈希。", "No root was signed over " + earlier + " links."),
                        new Text("请使用 journal-anchored 事件中的 size。", "Use the size of a journal-anchored event.")));
        try (Connection connection = database.getConnection()) {
            var tree = new JournalTree(connection, later.algorithm()).of(later.size());
            return new GrowthProof(RowProof.hex(tree.consistency(earlier).path()), before, later);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prove growth", e);
        }
    }
}
