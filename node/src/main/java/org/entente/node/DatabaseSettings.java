package org.entente.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL this node lives on.
 *
 * @param url JDBC address
 * @param connections how many at most this process holds open
 */
@ConfigurationProperties("entente.database")
record DatabaseSettings(
        String url,
        String user,
        String password,
        @DefaultValue("16") int connections) {
    private static final long PATIENCE_MILLIS = 5_000;

    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The server's detail quotes the row that an error is about: it could be a person's.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    /** Without the password, so that settings may be logged. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
