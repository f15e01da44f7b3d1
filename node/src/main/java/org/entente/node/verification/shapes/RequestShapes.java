package org.entente.node.verification.shapes;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.agreements.AskedShapes;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;

/** Where shapes are counted. Each in several rows, so that requests of one shape do not wait for each other. */
@Repository
public class RequestShapes implements AskedShapes {
    /** Counts a request, with these {@linkplain #counting values}. */
    public static final String COUNT = """
            insert into verification.request_shapes (organisation, purpose, credential_type, claims, slot, count)
            values (:shapeOrganisation, :shapePurpose, :shapeType, :shapeClaims, :shapeSlot, 1)
            on conflict (organisation, purpose, credential_type, claims, slot)
                do update set count = request_shapes.count + 1
            """;

    private static final int SLOTS = 16;

    private final JdbcClient sql;
    private final NodeIdentity node;
    private final SecureRandom random;

    RequestShapes(JdbcClient sql, NodeIdentity node, SecureRandom random) {
        this.sql = sql;
        this.node = node;
        this.random = random;
    }

    /** The values of {@link #COUNT} for a request. */
    public Map<String, Object> counting(
            String organisation, String purpose, String credentialType, List<ClaimPath> claims) {
        return Map.of(
                "shapeOrganisation", organisation,
                "shapePurpose", purpose,
                "shapeType", credentialType,
                "shapeClaims", written(claims),
                "shapeSlot", random.nextInt(SLOTS));
    }

    /** One text for one set of claims. */
    private static String written(List<ClaimPath> claims) {
        ArrayNode array = Json.newArray();
        claims.stream()
                .distinct()
                .map(ClaimPath::toJson)
                .sorted((one, other) -> Json.write(one).compareTo(Json.write(other)))
                .forEach(array::add);
        return Json.write(array);
    }

    @Override
    public List<Shape> shapes() {
        return sql.sql("""
                        select organisation, purpose, credential_type, claims, sum(count) as count
                        from verification.request_shapes
                        group by organisation, purpose, credential_type, claims
                        order by sum(count) desc, organisation, purpose, credential_type, claims
                        limit :most
                        """).param("most", MOST).query(this::shape).list();
    }

    private Shape shape(ResultSet row, int number) throws SQLException {
        return new Shape(
                URI.create(node.entityId() + "/o/" + row.getString("organisation")),
                row.getString("purpose"),
                row.getString("credential_type"),
                Json.parse(row.getString("claims"))
                        .valueStream()
                        .map(ClaimPath::parse)
                        .collect(Collectors.toSet()),
                row.getLong("count"));
    }
}
