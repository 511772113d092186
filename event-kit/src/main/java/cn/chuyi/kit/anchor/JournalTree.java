package cn.chuyi.kit.anchor;

import cn.chuyi.kit.merkle.Frontier;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.merkle.MerkleTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over the hash chain. Nodes over 256 leaves and more are kept in a table as they become complete; those
 * below are made from the journal when they are asked for. So a new root takes reading the rows since the last one and
 * at most 255 more, and a proof takes some hundred rows, however long the journal is.
 */
final class JournalTree {
    private static final int KEPT = 8;
    private static final int FETCH = 2000;

    private final Connection connection;
    private final HashAlgorithm algorithm;

    JournalTree(Connection connection, HashAlgorithm algorithm) {
        this.connection = connection;
        this.algorithm = algorithm;
    }

    /** The tree over the first links; all its complete nodes must be kept already. */
    MerkleTree of(long size) {
        return new MerkleTree(algorithm, size, this::hash);
    }

    /** How many links, from the first on, are under nodes that are kept. */
    long keptLinks() throws SQLException {
        return kept() << KEPT;
    }

    /** Keeps what has become complete since the last time, up to link {@code size}. */
    void grow(long size) throws SQLException {
        long start = keptLinks();
        var nodes = new ArrayList<Node>();
        var edge = new Frontier(of(start), (level, index, hash) -> {
            if (level >= KEPT) {
                nodes.add(new Node(level, index, hash));
            }
        });
        try (PreparedStatement select = connection.prepareStatement(
                "select chain, hash from journal_link where chain > ? and chain <= ? order by chain")) {
            select.setLong(1, start);
            select.setLong(2, size);
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) != edge.size() + 1) {
                        throw new SQLException("link " + (edge.size() + 1) + " of the hash chain is missing");
                    }
                    edge.append(rows.getBytes(2));
                }
            }
        }
        keep(nodes);
    }

    private record Node(int level, long index, byte[] hash) {}

    /** How many blocks of 256 leaves are kept. */
    private long kept() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(index) + 1, 0) from merkle_node where algorithm = ? and level = ?")) {
            select.setString(1, algorithm.text());
            select.setInt(2, KEPT);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void keep(List<Node> nodes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into merkle_node (algorithm, level, index, hash) values (?, ?, ?, ?) on conflict do nothing")) {
            for (var node : nodes) {
                insert.setString(1, algorithm.text());
                insert.setInt(2, node.level());
                insert.setLong(3, node.index());
                insert.setBytes(4, node.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private byte[] hash(int level, long index) {
        try {
            return level >= KEPT ? keptHash(level, index) : fresh(level, index);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tree of the journal", e);
        }
    }

    private byte[] keptHash(int level, long index) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select hash from merkle_node where algorithm = ? and level = ? and index = ?")) {
            select.setString(1, algorithm.text());
            select.setInt(2, level);
            select.setLong(3, index);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getBytes(1);
                }
                throw new IllegalStateException("node " + index + " of level " + level + " is not kept");
            }
        }
    }

    private byte[] fresh(int level, long index) throws SQLException {
        var leaves = new ArrayList<byte[]>();
        try (PreparedStatement select = connection.prepareStatement(
                "select hash from journal_link where chain > ? and chain <= ? order by chain")) {
            select.setLong(1, index << level);
            select.setLong(2, (index + 1) << level);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    leaves.add(rows.getBytes(1));
                }
            }
        }
        return MerkleTree.over(algorithm, leaves).root();
    }
}
