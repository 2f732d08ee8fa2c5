namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>The databases the system runs on, chosen by one setting.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}
