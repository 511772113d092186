package cn.chuyi.assessment.measure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The latest measure of one indicator in one score stream. */
@Entity
@Table(name = "measure")
@IdClass(MeasureRow.Key.class)
@SuppressWarnings("NullAway.Init")
class MeasureRow extends PanacheEntityBase {
    @Id
    String stream;

    @Id
    String indicator;

    String measure;

    @Column(name = "collected_value")
    @Nullable
    String value;

    @Column(name = "stream_version")
    long version;

    record Key(String stream, String indicator) implements Serializable {}

    Measure measure() {
        return new Measure(indicator, measure, value, stream, version);
    }
}
