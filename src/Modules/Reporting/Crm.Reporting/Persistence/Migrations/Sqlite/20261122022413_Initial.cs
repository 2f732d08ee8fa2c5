using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_AuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_AuditEntries",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RemoteAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: true),
                    SealNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_AuditEntries", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_CustomerCopies",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Industry = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsErased = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_CustomerCopies", x => new { x.Generation, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReasonEnglish = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReasonChinese = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_Files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Store = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsKept = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_ImportDetails",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ImportDetails", x => new { x.OperationId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ImportedRows",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ImportedRows", x => new { x.OperationId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ImportProfiles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ImportProfiles", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "reporting_Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    DetailFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    Updated = table.Column<long>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_InboxMessages",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StreamPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DiscardReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_InboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_KeptEvents",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StreamPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_KeptEvents", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_OperationProblems",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    English = table.Column<string>(type: "TEXT", nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_OperationProblems", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_Operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CallerSnapshot = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: true),
                    ProblemCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Checkpoint = table.Column<string>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    ResultLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RunSince = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneBeforeRun = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelRequestedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_OrderFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Freight = table.Column<long>(type: "INTEGER", nullable: false),
                    Payable = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_OrderFacts", x => new { x.Generation, x.OrderId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_OrderLineFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ShippedQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    GrossExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    NetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedNet = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedNetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_OrderLineFacts", x => new { x.Generation, x.OrderId, x.LineId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_OutboxMessages",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StreamPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_OutboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_PaymentFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_PaymentFacts", x => new { x.Generation, x.PaymentId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_PersonCopies",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsErased = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_PersonCopies", x => new { x.Generation, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ProductCopies",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ProductCopies", x => new { x.Generation, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ProjectionStates",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BuiltAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ProjectionStates", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "reporting_RefundFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_RefundFacts", x => new { x.Generation, x.RefundId, x.LineId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ReportSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Net = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Top = table.Column<int>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    Cron = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MissedRuns = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwedSince = table.Column<long>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ReportSchedules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_SalesRollups",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Orders = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    NetRemainder = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    GrossRemainder = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    LinesWithoutCost = table.Column<int>(type: "INTEGER", nullable: false),
                    Freight = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedNet = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedRemainder = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Smallest = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Largest = table.Column<long>(type: "INTEGER", scale: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_SalesRollups", x => new { x.Generation, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ScheduleRuns",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSkipped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ScheduleRuns", x => new { x.ScheduleId, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "reporting_ShipmentFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CompletesOrder = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_ShipmentFacts", x => new { x.Generation, x.ShipmentId, x.LineId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_StoredReplies",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 210, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_StoredReplies", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "reporting_Subscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attachment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OnlyIfNotEmpty = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_Subscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_TargetFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ScopeKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_TargetFacts", x => new { x.Generation, x.TargetId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "reporting_UnitCopies",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_UnitCopies", x => new { x.Generation, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "reporting_FilePieces",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_FilePieces", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_reporting_FilePieces_reporting_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "reporting_Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "reporting_ProjectionStates",
                columns: new[] { "Name", "BuiltAt", "Generation", "Hash", "OccurredAt", "Position" },
                values: new object[,]
                {
                    { "building", null, 0, null, null, 0L },
                    { "live", null, 1, null, null, 0L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Attachments_RecordType_RecordId_AddedAt",
                table: "reporting_Attachments",
                columns: new[] { "RecordType", "RecordId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_AuditEntries_At",
                table: "reporting_AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_AuditEntries_Position",
                table: "reporting_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_AuditEntries_RecordId_Version",
                table: "reporting_AuditEntries",
                columns: new[] { "RecordId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_AuditEntries_SealNumber",
                table: "reporting_AuditEntries",
                column: "SealNumber",
                unique: true,
                filter: "\"SealNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Deliveries_ScheduleId_Slot",
                table: "reporting_Deliveries",
                columns: new[] { "ScheduleId", "Slot" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Deliveries_ScheduleId_State",
                table: "reporting_Deliveries",
                columns: new[] { "ScheduleId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Deliveries_State_NextTryAt",
                table: "reporting_Deliveries",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Deliveries_SubscriptionId_Slot",
                table: "reporting_Deliveries",
                columns: new[] { "SubscriptionId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Files_IsKept_StoredAt",
                table: "reporting_Files",
                columns: new[] { "IsKept", "StoredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ImportDetails_OperationId_Key",
                table: "reporting_ImportDetails",
                columns: new[] { "OperationId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ImportedRows_RecordId",
                table: "reporting_ImportedRows",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Imports_CallerId_CreatedAt",
                table: "reporting_Imports",
                columns: new[] { "CallerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Imports_CreatedAt",
                table: "reporting_Imports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_InboxMessages_Consumer_NextAttemptAt_Position",
                table: "reporting_InboxMessages",
                columns: new[] { "Consumer", "NextAttemptAt", "Position" },
                filter: "\"HandledAt\" IS NULL AND \"ParkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_InboxMessages_Consumer_Stream_StreamPosition_Position",
                table: "reporting_InboxMessages",
                columns: new[] { "Consumer", "Stream", "StreamPosition", "Position" },
                filter: "\"HandledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_InboxMessages_HandledAt",
                table: "reporting_InboxMessages",
                column: "HandledAt",
                filter: "\"HandledAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_InboxMessages_MessageId_Consumer",
                table: "reporting_InboxMessages",
                columns: new[] { "MessageId", "Consumer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_KeptEvents_Stream_StreamPosition",
                table: "reporting_KeptEvents",
                columns: new[] { "Stream", "StreamPosition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OperationProblems_OperationId_Position",
                table: "reporting_OperationProblems",
                columns: new[] { "OperationId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Operations_CallerId_State",
                table: "reporting_Operations",
                columns: new[] { "CallerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Operations_CreatedAt_Id",
                table: "reporting_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Operations_FinishedAt",
                table: "reporting_Operations",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Operations_State_LeaseUntil",
                table: "reporting_Operations",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OrderFacts_Generation_CustomerId_OrderedOn",
                table: "reporting_OrderFacts",
                columns: new[] { "Generation", "CustomerId", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OrderLineFacts_Generation_Currency_OrderedOn",
                table: "reporting_OrderLineFacts",
                columns: new[] { "Generation", "Currency", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OutboxMessages_DeliveredAt",
                table: "reporting_OutboxMessages",
                column: "DeliveredAt",
                filter: "\"DeliveredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OutboxMessages_Id",
                table: "reporting_OutboxMessages",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_OutboxMessages_Stream_StreamPosition",
                table: "reporting_OutboxMessages",
                columns: new[] { "Stream", "StreamPosition" },
                filter: "\"DeliveredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_PaymentFacts_Generation_OrderId",
                table: "reporting_PaymentFacts",
                columns: new[] { "Generation", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_RefundFacts_Generation_OrderId",
                table: "reporting_RefundFacts",
                columns: new[] { "Generation", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ReportSchedules_Name",
                table: "reporting_ReportSchedules",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ReportSchedules_OwnerId",
                table: "reporting_ReportSchedules",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ReportSchedules_UnitId",
                table: "reporting_ReportSchedules",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_SalesRollups_Generation_Slice_Currency_Day",
                table: "reporting_SalesRollups",
                columns: new[] { "Generation", "Slice", "Currency", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_ShipmentFacts_Generation_OrderId",
                table: "reporting_ShipmentFacts",
                columns: new[] { "Generation", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_StoredReplies_CallerId_Key",
                table: "reporting_StoredReplies",
                columns: new[] { "CallerId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_StoredReplies_StoredAt",
                table: "reporting_StoredReplies",
                column: "StoredAt");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Subscriptions_ScheduleId_UserId",
                table: "reporting_Subscriptions",
                columns: new[] { "ScheduleId", "UserId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Subscriptions_UserId",
                table: "reporting_Subscriptions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_Attachments");

            migrationBuilder.DropTable(
                name: "reporting_AuditChains");

            migrationBuilder.DropTable(
                name: "reporting_AuditEntries");

            migrationBuilder.DropTable(
                name: "reporting_CustomerCopies");

            migrationBuilder.DropTable(
                name: "reporting_Deliveries");

            migrationBuilder.DropTable(
                name: "reporting_FilePieces");

            migrationBuilder.DropTable(
                name: "reporting_ImportDetails");

            migrationBuilder.DropTable(
                name: "reporting_ImportedRows");

            migrationBuilder.DropTable(
                name: "reporting_ImportProfiles");

            migrationBuilder.DropTable(
                name: "reporting_Imports");

            migrationBuilder.DropTable(
                name: "reporting_InboxMessages");

            migrationBuilder.DropTable(
                name: "reporting_KeptEvents");

            migrationBuilder.DropTable(
                name: "reporting_OperationProblems");

            migrationBuilder.DropTable(
                name: "reporting_Operations");

            migrationBuilder.DropTable(
                name: "reporting_OrderFacts");

            migrationBuilder.DropTable(
                name: "reporting_OrderLineFacts");

            migrationBuilder.DropTable(
                name: "reporting_OutboxMessages");

            migrationBuilder.DropTable(
                name: "reporting_PaymentFacts");

            migrationBuilder.DropTable(
                name: "reporting_PersonCopies");

            migrationBuilder.DropTable(
                name: "reporting_ProductCopies");

            migrationBuilder.DropTable(
                name: "reporting_ProjectionStates");

            migrationBuilder.DropTable(
                name: "reporting_RefundFacts");

            migrationBuilder.DropTable(
                name: "reporting_ReportSchedules");

            migrationBuilder.DropTable(
                name: "reporting_SalesRollups");

            migrationBuilder.DropTable(
                name: "reporting_ScheduleRuns");

            migrationBuilder.DropTable(
                name: "reporting_ShipmentFacts");

            migrationBuilder.DropTable(
                name: "reporting_StoredReplies");

            migrationBuilder.DropTable(
                name: "reporting_Subscriptions");

            migrationBuilder.DropTable(
                name: "reporting_TargetFacts");

            migrationBuilder.DropTable(
                name: "reporting_UnitCopies");

            migrationBuilder.DropTable(
                name: "reporting_Files");
        }
    }
}
