namespace Crm.Wrong.Persistence.Migrations;

public sealed class FillThings
{
    public static string Up => "INSERT INTO wrong_Things SELECT * FROM platform_Users";
}
