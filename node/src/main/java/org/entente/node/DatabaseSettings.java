package org.entente.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** @throws DatabaseTooOld when it answers and is older than what the node's statements need */
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
        HikariDataSource pool = new HikariDataSource(config);
        int major = majorVersion(pool);
        if (major < DatabaseTooOld.OLDEST) {
            pool.close();
            throw new DatabaseTooOld(major);
        }
        return pool;
    }

    /** 18.6 gives {@code server_version_num} 180006. */
    private static int majorVersion(DataSource database) {
        return JdbcClient.create(database)
                        .sql("select current_setting('server_version_num')::int")
                        .query(Integer.class)
                        .single()
                / 10_000;
    }

    /** Without the password, so that settings may be logged. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
