using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Reading;

namespace Crm.Architecture.Tests.Rules;

/// <summary>SQL text is the one way past the walls between modules that the compiler does not see.</summary>
internal static partial class SqlRules
{
    public static readonly ArchRule SqlIsWrittenInDialectsOnly = Code.OfEverything
        .That(type => !IsDialect(type) && !IsMigration(type))
        .MayNotSay((_, text) => LooksLikeSql(text))
        .Because("SQL that one database takes and another refuses is kept where all of it can be reviewed: in the Dialect of each provider.");

    public static readonly ArchRule SqlNamesOnlyTheOwnSchema = Code.OfEverything
        .MayNotSay((type, text) => LooksLikeSql(text) && NamesForeignSchema(type, text))
        .Because("A module reads and writes its own schema; what it needs of another's data comes by events.");

    /// <summary>Mappings and generated migrations name schemas as bare strings, which do not look like SQL.</summary>
    public static readonly ArchRule PersistenceMapsOnlyTheOwnSchema = Code.Of(ProjectKind.Module).In("Persistence")
        .MayNotSay((type, text) => ForeignSchemas(type).Any(s => text == s || IsTableOf(text, s)))
        .Because("A table of another module's schema is never mapped, not even to read it.");

    /// <summary>
    /// Keywords in capitals anywhere, or a whole statement in small letters. Prose ("Select a customer from the list") is neither.
    /// </summary>
    public static bool LooksLikeSql(string text) => Capitals().IsMatch(text) || Small().IsMatch(text);

    private static bool IsDialect(CodeType type) =>
        Names.Plain(type.Definition.Name).EndsWith("Dialect", StringComparison.Ordinal) || type.Ancestors().Any(a => a.Name == "Dialect");

    private static bool IsMigration(CodeType type) => type.Folder.Contains("Migrations", StringComparison.Ordinal);

    private static bool NamesForeignSchema(CodeType type, string text) => ForeignSchemas(type).Any(schema =>
        Regex.IsMatch(text, $"""(?<![\w]){Regex.Escape(schema)}(["\]]?\s*\.|_[A-Z])"""));

    private static IEnumerable<string> ForeignSchemas(CodeType type) =>
        type.Code.Modules.Where(m => m != type.Project).Select(m => m.Schema).Concat(type.Project.Kind == ProjectKind.Module ? ["platform"] : []);

    /// <summary>SQLite has no schemas: there they are the beginning of a table's name.</summary>
    private static bool IsTableOf(string text, string schema) =>
        text.StartsWith(schema + "_", StringComparison.Ordinal) && text.Length > schema.Length + 1 && char.IsUpper(text[schema.Length + 1]);

    [GeneratedRegex("""
        \b(
          SELECT\s+\S | INSERT\s+(OR\s+\w+\s+)?INTO\s | DELETE\s+FROM\s | UPDATE\s+\S+\s+SET\s | MERGE\s+INTO\s | TRUNCATE\s+TABLE\s
          | (CREATE|ALTER|DROP)\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|SCHEMA|TRIGGER|FUNCTION|PROCEDURE|SEQUENCE|EXTENSION|MATERIALIZED|VIRTUAL)\s
          | (FROM|JOIN|WHERE)\s+([\w"\[{(]|$) | (ORDER|GROUP)\s+BY\s | PRAGMA\s+\w | FOR\s+UPDATE\b | BEGIN\s+(IMMEDIATE|TRANSACTION)\b
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Capitals();

    [GeneratedRegex("""
        ^\s*(select\s.+\sfrom\s+[\w"\[] | insert\s+into\s+\S+ | delete\s+from\s+\S+\s*(where\b|;|$) | update\s+\S+\s+set\s+\S+\s*=)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Small();
}
