namespace Jinbang.Runs.Sharing;

/// <summary>The tables of runs that many processes work on, beside those of the ledger.</summary>
internal static class SharingSchema
{
    /// <summary>One migration; a version that was shipped never changes.</summary>
    public const string Script = """
        -- Who is at work. A row that is deleted is the one moment at which its leases and accounts are free.
        CREATE TABLE holder (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            version text NOT NULL,
            silo text,
            beat bigint NOT NULL DEFAULT 0
        );

        CREATE TABLE run (
            id text COLLATE "C" PRIMARY KEY,
            parcel bytea NOT NULL,
            version text NOT NULL,
            state text NOT NULL CHECK (state IN ('Running', 'Paused', 'Stopped', 'Ended')),
            ordered_by text NOT NULL,
            ordered_at timestamptz NOT NULL
        );

        -- model: '' is the whole. is_anywhere: of a model that judges, and so is asked in sittings of others.
        -- is_wanted: somebody has too little; whoever has more than it needs gives it back.
        CREATE TABLE budget (
            run text NOT NULL COLLATE "C" REFERENCES run,
            model text NOT NULL COLLATE "C",
            cap numeric,
            before numeric NOT NULL CHECK (before >= 0),
            drawn numeric NOT NULL DEFAULT 0 CHECK (drawn >= 0),
            is_anywhere boolean NOT NULL,
            is_wanted boolean NOT NULL DEFAULT false,
            PRIMARY KEY (run, model),
            CHECK (drawn = 0 OR cap IS NULL OR before + drawn <= cap)
        );

        -- used: costs recorded and yuan lost.
        CREATE TABLE purse (
            run text NOT NULL COLLATE "C",
            model text NOT NULL COLLATE "C",
            holder bigint NOT NULL,
            drawn numeric NOT NULL DEFAULT 0 CHECK (drawn >= 0),
            used numeric NOT NULL DEFAULT 0 CHECK (used >= 0),
            PRIMARY KEY (run, model, holder),
            FOREIGN KEY (run, model) REFERENCES budget
        );
        CREATE INDEX purse_holder ON purse (holder);

        -- What calls may cost that are open; is_forfeit: of a holder that is gone, and lost until it tells better.
        CREATE TABLE outstanding (
            sitting text NOT NULL COLLATE "C",
            holder bigint NOT NULL,
            run text NOT NULL COLLATE "C",
            yuan numeric NOT NULL CHECK (yuan >= 0),
            is_forfeit boolean NOT NULL DEFAULT false,
            PRIMARY KEY (sitting, holder, run)
        );
        CREATE INDEX outstanding_holder ON outstanding (holder);

        -- The key: two runs cannot ask one sitting.
        CREATE TABLE work (
            sitting text COLLATE "C" PRIMARY KEY,
            run text NOT NULL COLLATE "C" REFERENCES run,
            account text NOT NULL,
            next int NOT NULL DEFAULT 0,
            places int NOT NULL,
            stopped boolean NOT NULL DEFAULT false,
            CHECK (next BETWEEN 0 AND places)
        );
        CREATE INDEX work_run ON work (run);

        -- holder: null when it was returned, to be taken again.
        CREATE TABLE lease (
            sitting text NOT NULL COLLATE "C" REFERENCES work ON DELETE CASCADE,
            first int NOT NULL,
            places int NOT NULL CHECK (places > 0),
            holder bigint REFERENCES holder ON DELETE SET NULL,
            PRIMARY KEY (sitting, first)
        );
        CREATE INDEX lease_holder ON lease (holder);

        -- What one does and the others meanwhile must not, such as asking a judge the same.
        CREATE TABLE claim (
            key text COLLATE "C" PRIMARY KEY,
            holder bigint NOT NULL REFERENCES holder ON DELETE CASCADE
        );
        CREATE INDEX claim_holder ON claim (holder);

        -- Why a holder cannot work on a run, such as for want of a key, or no longer in a sitting of it; sitting: '' is all.
        CREATE TABLE refusal (
            run text NOT NULL COLLATE "C" REFERENCES run,
            holder bigint NOT NULL REFERENCES holder ON DELETE CASCADE,
            sitting text NOT NULL COLLATE "C",
            english text NOT NULL,
            chinese text NOT NULL,
            PRIMARY KEY (run, holder, sitting)
        );
        CREATE INDEX refusal_holder ON refusal (holder);

        CREATE TABLE account (
            name text COLLATE "C" PRIMARY KEY,
            holder bigint REFERENCES holder ON DELETE SET NULL
        );
        CREATE INDEX account_holder ON account (holder);
        """;
}
