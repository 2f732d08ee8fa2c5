namespace Microsoft.SqlServer.Server;

/// <summary>Marks a CLR type that is also a type of the database. Microsoft.Data.SqlClient looks for it on the value of every parameter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    /// <summary>Largest serialised size in bytes; -1: without limit.</summary>
    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}

/// <summary>How a user-defined type is serialised. The numbers are part of the format.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}
