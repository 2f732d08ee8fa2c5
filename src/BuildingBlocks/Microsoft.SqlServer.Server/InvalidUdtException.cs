namespace Microsoft.SqlServer.Server;

/// <summary>A CLR type is used as a user-defined type of the database but is not a valid one.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is not a valid user-defined type: {resourceReason}.");
}
