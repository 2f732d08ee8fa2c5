using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>Finding text regardless of case on every database, with what the caller types taken literally.</summary>
public static class TextMatch
{
    private const string Escape = "\\";

    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo Like = ((Func<DbFunctions, string, string, string, bool>)DbFunctionsExtensions.Like).Method;

    public static Expression Contains(Expression text, string fragment) => Matches(text, $"%{Literal(fragment)}%");

    public static Expression StartsWith(Expression text, string fragment) => Matches(text, $"{Literal(fragment)}%");

    /// <summary>Rows whose text contains the fragment: for <see cref="ListSpec{TEntity,TRow}.Search"/>.</summary>
    public static Expression<Func<TEntity, bool>> Contains<TEntity>(Expression<Func<TEntity, string?>> text, string fragment) =>
        Expression.Lambda<Func<TEntity, bool>>(Contains(text.Body, fragment), text.Parameters);

    /// <summary>SQLite's own lower() knows ASCII only; this one makes it know what .NET knows.</summary>
    public static void TeachCase(SqliteConnection connection) =>
        connection.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);

    internal static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static Expression Matches(Expression text, string pattern) => Expression.Call(
        Like, Expression.Constant(EF.Functions), Expression.Call(text, Lower), Operand.Captured(pattern), Expression.Constant(Escape));

    // The bracket is a wildcard on SQL Server only; escaping it does no harm elsewhere.
    private static string Literal(string text) => text.ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal);
}
