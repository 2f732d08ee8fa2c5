namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>Configuration section <c>Database</c>: one setting decides where the whole system keeps its data.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    public string ConnectionString { get; set; } = "Data Source=data/crm.db";

    /// <summary>SQLite only. False trades the last transactions before a power cut (not before a crash of the process) for speed.</summary>
    public bool SurvivesPowerCut { get; set; } = true;
}
