package cn.chuyi.assessment.cases;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of one uploaded file, by their SHA-256; two uploads of the same bytes are one row. */
@Entity
@Table(name = "evidence_content")
@SuppressWarnings("NullAway.Init")
class EvidenceRow extends PanacheEntityBase {
    @Id
    String sha256;

    byte[] content;
}
