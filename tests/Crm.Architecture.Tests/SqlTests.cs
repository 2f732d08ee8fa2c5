using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class SqlTests
{
    [Fact]
    public void Sql_is_written_in_dialects_only() => SqlRules.SqlIsWrittenInDialectsOnly.HoldsInProduction();

    [Fact]
    public void Sql_is_written_in_dialects_only__offenders() => SqlRules.SqlIsWrittenInDialectsOnly.Finds(
        "Crm.BuildingBlocks.Hosting.ServesOneModule -> \"SELECT 1\" (property Statement)",
        "Crm.Wrong.Application.SaysSql -> \"ORDER BY\" (method Piece)",
        "Crm.Wrong.Application.SaysSql -> \"PRAGMA journal_mode=DELETE\" (property Hidden)",
        "Crm.Wrong.Application.SaysSql -> \"UPDATE things SET x = 1\" (field Constant)",
        "Crm.Wrong.Application.SaysSql -> \"UPDATE things SET x = 1\" (property Reached)",
        "Crm.Wrong.Application.SaysSql -> \"select name from things\" (property Whole)");

    [Fact]
    public void Sql_names_only_the_own_schema() => SqlRules.SqlNamesOnlyTheOwnSchema.HoldsInProduction();

    [Fact]
    public void Sql_names_only_the_own_schema__offenders() => SqlRules.SqlNamesOnlyTheOwnSchema.Finds(
        "Crm.Wrong.Persistence.Migrations.FillThings -> \"INSERT INTO wrong_Things SELECT * FROM platform_Users\" (property Up)",
        "Crm.Wrong.Persistence.WrongDialect -> \"DELETE FROM neighbour_Fences\" (constructor)",
        "Crm.Wrong.Persistence.WrongDialect -> \"SELECT * FROM wrong.\"Things\" t JOIN \"neighbour\".\"Fences\" f ON f.\"Id\" = t.\"Id\"\" (constructor)");

    [Fact]
    public void No_table_of_another_module_is_mapped() => SqlRules.PersistenceMapsOnlyTheOwnSchema.HoldsInProduction();

    [Fact]
    public void No_table_of_another_module_is_mapped__offenders() => SqlRules.PersistenceMapsOnlyTheOwnSchema.Finds(
        "Crm.Wrong.Persistence.WrongContext -> \"neighbour\" (method OnModelCreating)",
        "Crm.Wrong.Persistence.WrongContext -> \"platform_Users\" (method OnModelCreating)");
}
