package cn.chuyi.registry.institution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A school code and the one institution that has it, or had it once. */
@Entity
@Table(name = "school_code")
@SuppressWarnings("NullAway.Init")
class SchoolCodeRow extends PanacheEntityBase {
    @Id
    String code;

    UUID institution;

    static @Nullable SchoolCodeRow of(String code) {
        return findById(code);
    }
}
