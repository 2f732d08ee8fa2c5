namespace Crm.Wrong.Application;

internal sealed class SaysSql
{
    private const string Constant = "UPDATE things SET x = 1";

    public static string Prose => "Select a customer from the list, then delete from it what you update.";

    public static string Whole => "select name from things";

    public static string Piece(string column) => $"{column} ORDER BY {column}";

    public static Func<string> Hidden => () => "PRAGMA journal_mode=DELETE";

    public static string Reached => Constant;
}
