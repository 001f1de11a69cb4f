-- Where the silos of a cluster meet: tables of ours, and the statements that Orleans.Clustering.AdoNet 10.4 reads by name from
-- OrleansQuery (the one table whose name it knows, found by the search path). Run by each silo as it starts; changes nothing that is right.

-- Two silos that start at once take turns.
SELECT pg_advisory_xact_lock(7165064744911564);

CREATE SCHEMA IF NOT EXISTS orleans;

-- What a silo read counts if nobody else has written since: each change of the members raises the version by one.
CREATE TABLE IF NOT EXISTS orleans.membership (
    cluster text PRIMARY KEY,
    version int NOT NULL DEFAULT 0);

CREATE TABLE IF NOT EXISTS orleans.silo (
    cluster text NOT NULL REFERENCES orleans.membership,
    address text NOT NULL,
    port int NOT NULL,
    generation int NOT NULL,         -- the moment of its start: another start at the same port is another silo
    name text NOT NULL,
    host text NOT NULL,
    program text NOT NULL,           -- the version of Jinbang, by the name that the connection gave
    status int NOT NULL,             -- 1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead
    gateway int NOT NULL,
    suspects text,                   -- who found it silent, and when
    started timestamptz NOT NULL,
    heard timestamptz NOT NULL,      -- by the silo's own clock
    PRIMARY KEY (cluster, address, port, generation));

-- What people want of it. Added where it is missing only, since that waits for all who read the table.
DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'orleans.silo'::regclass AND attname = 'wish') THEN
        ALTER TABLE orleans.silo ADD COLUMN wish text NOT NULL DEFAULT 'Work' CHECK (wish IN ('Work', 'Drain', 'Leave'));
    END IF;
END $do$;

CREATE TABLE IF NOT EXISTS orleans.orleansquery (
    querykey text PRIMARY KEY,
    querytext text NOT NULL);

INSERT INTO orleans.orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', $query$
    WITH made AS (INSERT INTO orleans.membership (cluster) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT EXISTS (SELECT FROM made)
$query$),

('InsertMembershipKey', $query$
    WITH risen AS (
        UPDATE orleans.membership SET version = version + 1
        WHERE cluster = @DeploymentId AND version = @Version
            AND NOT EXISTS (SELECT FROM orleans.silo WHERE (cluster, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
        RETURNING cluster),
    made AS (
        INSERT INTO orleans.silo (cluster, address, port, generation, name, host, program, status, gateway, started, heard)
        SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, substr(current_setting('application_name'), 9), @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM risen RETURNING 1)
    SELECT EXISTS (SELECT FROM made)
$query$),

('UpdateMembershipKey', $query$
    WITH risen AS (
        UPDATE orleans.membership SET version = version + 1
        WHERE cluster = @DeploymentId AND version = @Version
            AND EXISTS (SELECT FROM orleans.silo WHERE (cluster, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation))
        RETURNING cluster),
    changed AS (
        UPDATE orleans.silo s SET status = @Status, suspects = @SuspectTimes, heard = greatest(heard, @IAmAliveTime)
        FROM risen WHERE (s.cluster, s.address, s.port, s.generation) = (risen.cluster, @Address, @Port, @Generation) RETURNING 1)
    SELECT EXISTS (SELECT FROM changed)
$query$),

('UpdateIAmAlivetimeKey', $query$
    UPDATE orleans.silo SET heard = greatest(heard, @IAmAliveTime)
    WHERE (cluster, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation)
$query$),

('MembershipReadRowKey', $query$
    SELECT s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName, s.host AS HostName, s.status AS Status,
        s.gateway AS ProxyPort, s.suspects AS SuspectTimes, s.started AS StartTime, s.heard AS IAmAliveTime, m.version AS Version
    FROM orleans.membership m
    LEFT JOIN orleans.silo s ON s.cluster = m.cluster AND (s.address, s.port, s.generation) = (@Address, @Port, @Generation)
    WHERE m.cluster = @DeploymentId
$query$),

('MembershipReadAllKey', $query$
    SELECT s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName, s.host AS HostName, s.status AS Status,
        s.gateway AS ProxyPort, s.suspects AS SuspectTimes, s.started AS StartTime, s.heard AS IAmAliveTime, m.version AS Version
    FROM orleans.membership m LEFT JOIN orleans.silo s ON s.cluster = m.cluster
    WHERE m.cluster = @DeploymentId
$query$),

('GatewaysQueryKey', $query$
    SELECT address AS Address, gateway AS ProxyPort, generation AS Generation FROM orleans.silo
    WHERE cluster = @DeploymentId AND status = @Status AND gateway > 0
$query$),

('DeleteMembershipTableEntriesKey', $query$
    WITH gone AS (DELETE FROM orleans.silo WHERE cluster = @DeploymentId)
    UPDATE orleans.membership SET version = version + 1 WHERE cluster = @DeploymentId
$query$),

('CleanupDefunctSiloEntriesKey', $query$
    DELETE FROM orleans.silo WHERE cluster = @DeploymentId AND status = 6 AND heard < @IAmAliveTime AND started < @IAmAliveTime
$query$),

('CleanupDefunctSiloEntryKey', $query$
    DELETE FROM orleans.silo
    WHERE (cluster, address, port, generation) = (@DeploymentId, @Address, @Port, @Generation) AND status = 6
        AND (heard, started, coalesce(suspects, '')) = (@IAmAliveTime, @StartTime, coalesce(@SuspectTimes, ''))
$query$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext WHERE orleansquery.querytext <> excluded.querytext;
