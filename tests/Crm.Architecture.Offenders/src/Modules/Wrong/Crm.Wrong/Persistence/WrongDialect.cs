namespace Crm.Wrong.Persistence;

/// <summary>SQL text may stand in a dialect, but not about others' tables.</summary>
internal sealed class WrongDialect
{
    public static readonly string Own = "SELECT * FROM wrong.\"Things\" WHERE \"Id\" = @id";
    public static readonly string Foreign = "SELECT * FROM wrong.\"Things\" t JOIN \"neighbour\".\"Fences\" f ON f.\"Id\" = t.\"Id\"";
    public static readonly string ForeignOnSqlite = "DELETE FROM neighbour_Fences";
}
