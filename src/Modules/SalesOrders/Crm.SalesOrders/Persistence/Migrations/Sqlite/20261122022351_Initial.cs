using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sales_orders_Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ApprovalRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Threshold = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ApprovalRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Attachments",
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
                    table.PrimaryKey("PK_sales_orders_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AuditEntries",
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
                    table.PrimaryKey("PK_sales_orders_AuditEntries", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_BillingContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RemindersStopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_BillingContacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Books",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextEntry = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Books", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Categories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Parent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TaxClass = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Categories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Channels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    PriceGroup = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NumberPattern = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PaymentPolicy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Warehouses = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_CreditTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "INTEGER", nullable: true),
                    IsBlocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CreditTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_CustomerCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsBlocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    PriceGroup = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CustomerCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rate = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ExchangeRates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Files",
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
                    table.PrimaryKey("PK_sales_orders_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportDetails",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ImportDetails", x => new { x.OperationId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportedRows",
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
                    table.PrimaryKey("PK_sales_orders_ImportedRows", x => new { x.OperationId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportProfiles",
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
                    table.PrimaryKey("PK_sales_orders_ImportProfiles", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Imports",
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
                    table.PrimaryKey("PK_sales_orders_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_InboxMessages",
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
                    table.PrimaryKey("PK_sales_orders_InboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CompanyCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CompanyRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    DocumentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_JournalEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_LoyaltyPrograms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PointsPerUnit = table.Column<long>(type: "INTEGER", nullable: false),
                    PointValue = table.Column<long>(type: "INTEGER", nullable: false),
                    MonthsValid = table.Column<int>(type: "INTEGER", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_LoyaltyPrograms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_NumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OperationProblems",
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
                    table.PrimaryKey("PK_sales_orders_OperationProblems", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Operations",
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
                    table.PrimaryKey("PK_sales_orders_Operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OutboxMessages",
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
                    table.PrimaryKey("PK_sales_orders_OutboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PaymentRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ProviderReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Authorised = table.Column<long>(type: "INTEGER", nullable: false),
                    Captured = table.Column<long>(type: "INTEGER", nullable: false),
                    Voided = table.Column<long>(type: "INTEGER", nullable: false),
                    Refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    ChargedBack = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PaymentRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PersonCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PersonCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Written = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsDue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PricePublications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PricePublications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Products",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    UnitOfMeasure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TaxClass = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Barcode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SkuKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameHead = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ListPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    CurrentCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ReorderLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ActiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, defaultValue: "Goods"),
                    IsTracked = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: true),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PromotionUses",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 121, nullable: false),
                    Promotion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Coupon = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Used = table.Column<int>(type: "INTEGER", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PromotionUses", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProviderEvents",
                columns: table => new
                {
                    Provider = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProviderEvents", x => new { x.Provider, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityDue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    ProposalKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProposalValues = table.Column<string>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Parameters = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityScores",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityScores", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualitySnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Subjects = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false),
                    Dismissed = table.Column<long>(type: "INTEGER", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualitySnapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReminderLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysAfterDue = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectEnglish = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SubjectChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TextEnglish = table.Column<string>(type: "TEXT", nullable: false),
                    TextChinese = table.Column<string>(type: "TEXT", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: true),
                    FeeCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReminderLevels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Reservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Reservations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromWarehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToWarehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockTransfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StoredReplies",
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
                    table.PrimaryKey("PK_sales_orders_StoredReplies", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Suppliers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    LeadTimeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Suppliers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ToldExposures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ToldExposures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_UnitsOfMeasure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_UnitsOfMeasure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Warehouses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ChannelMask = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Warehouses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_CustomerCopyRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CustomerCopyRefs", x => new { x.CustomerId, x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_CustomerCopyRefs_sales_orders_CustomerCopies_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "sales_orders_CustomerCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArchivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsCreditAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ReservationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AllowsBackOrder = table.Column<bool>(type: "INTEGER", nullable: false),
                    Freight = table.Column<long>(type: "INTEGER", nullable: false),
                    Discount = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    NetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fulfilment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Payment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Invoicing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompanyCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CompanyRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    PaymentPolicy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, defaultValue: "OnCredit"),
                    OpenHolds = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmationAskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Invoiced = table.Column<long>(type: "INTEGER", nullable: false),
                    CreditNoted = table.Column<long>(type: "INTEGER", nullable: false),
                    FreightInvoiced = table.Column<long>(type: "INTEGER", nullable: false),
                    FreightTaxInvoiced = table.Column<long>(type: "INTEGER", nullable: false),
                    GoodwillNoted = table.Column<long>(type: "INTEGER", nullable: false),
                    IsToldCompleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsToldSettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Authorised = table.Column<long>(type: "INTEGER", nullable: false),
                    Refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    Credited = table.Column<long>(type: "INTEGER", nullable: false),
                    CreditReserved = table.Column<long>(type: "INTEGER", nullable: false),
                    FreightCredited = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundReserved = table.Column<long>(type: "INTEGER", nullable: false),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    FreightTax = table.Column<long>(type: "INTEGER", nullable: false),
                    PriceBasis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FreightAsked = table.Column<long>(type: "INTEGER", nullable: false),
                    DiscountReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DiscountAuthority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PricedAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Coupons = table.Column<string>(type: "TEXT", nullable: true),
                    Redemptions = table.Column<string>(type: "TEXT", nullable: true),
                    PriceHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    FreightTaxRate = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenOff = table.Column<long>(type: "INTEGER", nullable: false),
                    ShipTo_City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ShipTo_PostalCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Street = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Orders_sales_orders_CustomerCopies_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "sales_orders_CustomerCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_FilePieces",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_FilePieces", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_sales_orders_FilePieces_sales_orders_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "sales_orders_Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_JournalLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Debit = table.Column<long>(type: "INTEGER", nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false),
                    CompanyDebit = table.Column<long>(type: "INTEGER", nullable: true),
                    CompanyCredit = table.Column<long>(type: "INTEGER", nullable: true),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_JournalLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_JournalLines_sales_orders_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "sales_orders_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProductCosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProductCosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ProductCosts_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProductRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProductRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_ProductRefs_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OnHand = table.Column<int>(type: "INTEGER", nullable: false),
                    Allocated = table.Column<int>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Incoming = table.Column<int>(type: "INTEGER", nullable: false),
                    SafetyStock = table.Column<int>(type: "INTEGER", nullable: false),
                    ReorderPoint = table.Column<int>(type: "INTEGER", nullable: true),
                    IsBelowReorderPoint = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockLevels_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReservationLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ReservationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReservationLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReservationLines_sales_orders_Reservations_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "sales_orders_Reservations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockCountLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Counted = table.Column<int>(type: "INTEGER", nullable: false),
                    Booked = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StockCountId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockCountLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockCountLines_sales_orders_StockCounts_StockCountId",
                        column: x => x.StockCountId,
                        principalTable: "sales_orders_StockCounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockTransferLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Returned = table.Column<int>(type: "INTEGER", nullable: false),
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockTransferLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockTransferLines_sales_orders_StockTransfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "sales_orders_StockTransfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReplenishmentRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReorderPoint = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReplenishmentRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReplenishmentRules_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReplenishmentRules_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplierItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierSku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    LeadTimeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    MinimumQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplierItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplierItems_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplyOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplyOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplyOrders_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Acceptances_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Invoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CompanyCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CompanyRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    CoversUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Invoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Invoices_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    GrossBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    GrossAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    PriceHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stock = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PriceAuthority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RejectReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OpenHolds = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderChanges_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    CostKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    DiscountRate = table.Column<long>(type: "INTEGER", nullable: false),
                    ListPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    PriceIsAgreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PriceReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PriceAuthority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsGift = table.Column<bool>(type: "INTEGER", nullable: false),
                    PromotionDiscount = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    TaxRate = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    DiscountShare = table.Column<long>(type: "INTEGER", nullable: false),
                    NetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Allocated = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsService = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsStocked = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: true),
                    Shipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<int>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<int>(type: "INTEGER", nullable: false),
                    NotGiven = table.Column<int>(type: "INTEGER", nullable: false),
                    BackOrdered = table.Column<int>(type: "INTEGER", nullable: false),
                    Returned = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnReserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Invoiced = table.Column<int>(type: "INTEGER", nullable: false),
                    InvoicedNet = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoicedTax = table.Column<long>(type: "INTEGER", nullable: false),
                    Credited = table.Column<int>(type: "INTEGER", nullable: false),
                    CreditedNet = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderLines_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    TextInChinese = table.Column<string>(type: "TEXT", nullable: true),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderNotes_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderRefs_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Freight = table.Column<long>(type: "INTEGER", nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderRevisions_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sales_orders_Payments_sales_orders_PaymentRecords_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "sales_orders_PaymentRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PointsLeft = table.Column<long>(type: "INTEGER", nullable: false),
                    BalanceAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_PointsEntries_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sales_orders_PointsEntries_sales_orders_PointsAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "sales_orders_PointsAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PriceTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PricedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PriceTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_PriceTraces_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Refunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Refunds_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Returns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExchangeOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Returns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Returns_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Shipments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LostOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Shipments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Shipments_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_WriteOffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WrittenOffOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_WriteOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_WriteOffs_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockMovements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockLevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    OnHand = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockMovements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockMovements_sales_orders_StockLevels_StockLevelId",
                        column: x => x.StockLevelId,
                        principalTable: "sales_orders_StockLevels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplyOrderLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SupplyOrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplyOrderLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplyOrderLines_sales_orders_SupplyOrders_SupplyOrderId",
                        column: x => x.SupplyOrderId,
                        principalTable: "sales_orders_SupplyOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AcceptanceLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_AcceptanceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_AcceptanceLines_sales_orders_Acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalTable: "sales_orders_Acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_InvoiceLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxRate = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_InvoiceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_InvoiceLines_sales_orders_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "sales_orders_Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Open = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReasonEnglish = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReasonChinese = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Reminders_sales_orders_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "sales_orders_Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Threshold = table.Column<long>(type: "INTEGER", nullable: true),
                    Measured = table.Column<long>(type: "INTEGER", nullable: true),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    StepsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", nullable: true),
                    StepSince = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OrderChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Holds_sales_orders_OrderChanges_OrderChangeId",
                        column: x => x.OrderChangeId,
                        principalTable: "sales_orders_OrderChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_sales_orders_Holds_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_RefundItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_RefundItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_RefundItems_sales_orders_Refunds_RefundId",
                        column: x => x.RefundId,
                        principalTable: "sales_orders_Refunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReturnLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsStocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Restocked = table.Column<int>(type: "INTEGER", nullable: false),
                    Scrapped = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReturnLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReturnLines_sales_orders_Returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "sales_orders_Returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ShipmentLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ShipmentLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ShipmentLines_sales_orders_Shipments_ShipmentId",
                        column: x => x.ShipmentId,
                        principalTable: "sales_orders_Shipments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReminderFees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CompanyCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CompanyRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ChargedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReminderFees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReminderFees_sales_orders_Reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "sales_orders_Reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[,]
                {
                    { new Guid("01930000-0000-7000-8000-000000000010"), "", "Receivables", "1200", "Receivables", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000011"), "", "Sales", "4000", "Sales", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000012"), "", "Shipping", "4100", "Shipping", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000013"), "", "Goodwill", "4700", "Goodwill", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000014"), "", "Tax payable", "2200", "Tax", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000015"), "", "Bank", "1000", "Bank", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000016"), "points", "Loyalty points", "2500", "Bank", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000017"), "", "Bad debts", "6800", "WriteOff", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000018"), "", "Reminder fees", "4800", "ReminderFees", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000019"), "", "Rounding differences", "6990", "Rounding", 1 }
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Books",
                columns: new[] { "Id", "NextEntry", "OpenFrom", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000002"), 1L, new DateOnly(1900, 1, 1), 1 });

            migrationBuilder.InsertData(
                table: "sales_orders_Channels",
                columns: new[] { "Id", "Code", "IsActive", "Kind", "Name", "NameChinese", "NumberPattern", "PaymentPolicy", "PriceGroup", "Version", "Warehouses" },
                values: new object[,]
                {
                    { new Guid("01930000-0000-7000-8000-000000000100"), "shop", true, "Shop", "Shop", "门店", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000101"), "web", true, "Web", "Web", "网站", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000102"), "phone", true, "Phone", "Phone", "电话", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000103"), "social", true, "Social", "Social", "社交媒体", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000104"), "marketplace", true, "Marketplace", "Marketplace", "电商平台", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000105"), "partner", true, "Partner", "Partner", "合作伙伴", null, null, null, 1, "[]" }
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Warehouses",
                columns: new[] { "Id", "ChannelMask", "City", "Code", "Country", "IsActive", "Name", "PostalCode", "Region", "Street", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000001"), 63, null, "main", null, true, "Main warehouse", null, null, null, 1 });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AcceptanceLines_AcceptanceId",
                table: "sales_orders_AcceptanceLines",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Acceptances_OrderId",
                table: "sales_orders_Acceptances",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Accounts_Role_Purpose",
                table: "sales_orders_Accounts",
                columns: new[] { "Role", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ApprovalRules_Name",
                table: "sales_orders_ApprovalRules",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Attachments_RecordType_RecordId_AddedAt",
                table: "sales_orders_Attachments",
                columns: new[] { "RecordType", "RecordId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_At",
                table: "sales_orders_AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_Position",
                table: "sales_orders_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_RecordId_Version",
                table: "sales_orders_AuditEntries",
                columns: new[] { "RecordId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_SealNumber",
                table: "sales_orders_AuditEntries",
                column: "SealNumber",
                unique: true,
                filter: "\"SealNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_BillingContacts_CustomerId",
                table: "sales_orders_BillingContacts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Categories_Code",
                table: "sales_orders_Categories",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Categories_Parent",
                table: "sales_orders_Categories",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Channels_Code",
                table: "sales_orders_Channels",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CreditTerms_CustomerId",
                table: "sales_orders_CreditTerms",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopies_Code",
                table: "sales_orders_CustomerCopies",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopies_Name",
                table: "sales_orders_CustomerCopies",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopyRefs_System_RefId",
                table: "sales_orders_CustomerCopyRefs",
                columns: new[] { "System", "RefId" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ExchangeRates_Currency_To_On",
                table: "sales_orders_ExchangeRates",
                columns: new[] { "Currency", "To", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ExchangeRates_On",
                table: "sales_orders_ExchangeRates",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Files_IsKept_StoredAt",
                table: "sales_orders_Files",
                columns: new[] { "IsKept", "StoredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Holds_OrderChangeId",
                table: "sales_orders_Holds",
                column: "OrderChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Holds_OrderId",
                table: "sales_orders_Holds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ImportDetails_OperationId_Key",
                table: "sales_orders_ImportDetails",
                columns: new[] { "OperationId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ImportedRows_RecordId",
                table: "sales_orders_ImportedRows",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Imports_CallerId_CreatedAt",
                table: "sales_orders_Imports",
                columns: new[] { "CallerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Imports_CreatedAt",
                table: "sales_orders_Imports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_Consumer_NextAttemptAt_Position",
                table: "sales_orders_InboxMessages",
                columns: new[] { "Consumer", "NextAttemptAt", "Position" },
                filter: "\"HandledAt\" IS NULL AND \"ParkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_Consumer_Stream_StreamPosition_Position",
                table: "sales_orders_InboxMessages",
                columns: new[] { "Consumer", "Stream", "StreamPosition", "Position" },
                filter: "\"HandledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_HandledAt",
                table: "sales_orders_InboxMessages",
                column: "HandledAt",
                filter: "\"HandledAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_MessageId_Consumer",
                table: "sales_orders_InboxMessages",
                columns: new[] { "MessageId", "Consumer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InvoiceLines_InvoiceId",
                table: "sales_orders_InvoiceLines",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_CustomerId_IssuedOn",
                table: "sales_orders_Invoices",
                columns: new[] { "CustomerId", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_DueOn",
                table: "sales_orders_Invoices",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_IssuedOn",
                table: "sales_orders_Invoices",
                column: "IssuedOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_Kind_FiscalYear_Sequence",
                table: "sales_orders_Invoices",
                columns: new[] { "Kind", "FiscalYear", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_Number",
                table: "sales_orders_Invoices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_OrderId",
                table: "sales_orders_Invoices",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_CustomerId_PostedOn",
                table: "sales_orders_JournalEntries",
                columns: new[] { "CustomerId", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_DocumentNumber",
                table: "sales_orders_JournalEntries",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_Kind_DocumentId",
                table: "sales_orders_JournalEntries",
                columns: new[] { "Kind", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_Number",
                table: "sales_orders_JournalEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_OrderId",
                table: "sales_orders_JournalEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_PostedOn_Number",
                table: "sales_orders_JournalEntries",
                columns: new[] { "PostedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalLines_EntryId",
                table: "sales_orders_JournalLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OperationProblems_OperationId_Position",
                table: "sales_orders_OperationProblems",
                columns: new[] { "OperationId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_CallerId_State",
                table: "sales_orders_Operations",
                columns: new[] { "CallerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_CreatedAt_Id",
                table: "sales_orders_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_FinishedAt",
                table: "sales_orders_Operations",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_State_LeaseUntil",
                table: "sales_orders_Operations",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderChanges_OrderId_ProposedAt",
                table: "sales_orders_OrderChanges",
                columns: new[] { "OrderId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderLines_OrderId",
                table: "sales_orders_OrderLines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderLines_ProductId",
                table: "sales_orders_OrderLines",
                column: "ProductId",
                filter: "\"BackOrdered\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderNotes_OrderId_WrittenAt",
                table: "sales_orders_OrderNotes",
                columns: new[] { "OrderId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderRefs_OrderId",
                table: "sales_orders_OrderRefs",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderRevisions_OrderId",
                table: "sales_orders_OrderRevisions",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerId_Payment",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerId", "Payment" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerReference_CustomerId",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerReference", "CustomerId" },
                filter: "\"CustomerReference\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Number",
                table: "sales_orders_Orders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OpportunityId",
                table: "sales_orders_Orders",
                column: "OpportunityId",
                unique: true,
                filter: "\"OpportunityId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OrderedOn",
                table: "sales_orders_Orders",
                column: "OrderedOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OwnerId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "OwnerId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt",
                table: "sales_orders_Orders",
                column: "PlacedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_ArchivedAt",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "ArchivedAt" },
                filter: "\"ArchivedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "Id" },
                filter: "\"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_RequiredOn",
                table: "sales_orders_Orders",
                column: "RequiredOn",
                filter: "\"RequiredOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_ReservationId",
                table: "sales_orders_Orders",
                column: "ReservationId",
                filter: "\"ReservationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_State_ValidUntil",
                table: "sales_orders_Orders",
                columns: new[] { "State", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Status_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "Status", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_UnitId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "UnitId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_DeliveredAt",
                table: "sales_orders_OutboxMessages",
                column: "DeliveredAt",
                filter: "\"DeliveredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_Id",
                table: "sales_orders_OutboxMessages",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_Stream_StreamPosition",
                table: "sales_orders_OutboxMessages",
                columns: new[] { "Stream", "StreamPosition" },
                filter: "\"DeliveredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_CustomerId_RecordedAt",
                table: "sales_orders_PaymentRecords",
                columns: new[] { "CustomerId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_Provider_ProviderReference",
                table: "sales_orders_PaymentRecords",
                columns: new[] { "Provider", "ProviderReference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_ProviderReference",
                table: "sales_orders_PaymentRecords",
                column: "ProviderReference",
                filter: "\"ProviderReference\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_RecordedAt",
                table: "sales_orders_PaymentRecords",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Payments_OrderId",
                table: "sales_orders_Payments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Payments_PaymentId",
                table: "sales_orders_Payments",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PersonCopies_Login",
                table: "sales_orders_PersonCopies",
                column: "Login");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsAccounts_CustomerId",
                table: "sales_orders_PointsAccounts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsDue_OrderId",
                table: "sales_orders_PointsDue",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_AccountId_Number",
                table: "sales_orders_PointsEntries",
                columns: new[] { "AccountId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_OrderId",
                table: "sales_orders_PointsEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_ValidUntil",
                table: "sales_orders_PointsEntries",
                column: "ValidUntil",
                filter: "\"PointsLeft\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PricePublications_Kind_Code_Number",
                table: "sales_orders_PricePublications",
                columns: new[] { "Kind", "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PriceTraces_OrderId",
                table: "sales_orders_PriceTraces",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ProductCosts_ProductId_RecordedAt",
                table: "sales_orders_ProductCosts",
                columns: new[] { "ProductId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ProductRefs_ProductId",
                table: "sales_orders_ProductRefs",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Barcode",
                table: "sales_orders_Products",
                column: "Barcode");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Category",
                table: "sales_orders_Products",
                column: "Category");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Name",
                table: "sales_orders_Products",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_NameHead",
                table: "sales_orders_Products",
                column: "NameHead");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_NameKey",
                table: "sales_orders_Products",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Sku",
                table: "sales_orders_Products",
                column: "Sku",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_SkuKey",
                table: "sales_orders_Products",
                column: "SkuKey");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_UnitOfMeasure",
                table: "sales_orders_Products",
                column: "UnitOfMeasure");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PromotionUses_Promotion",
                table: "sales_orders_PromotionUses",
                column: "Promotion");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_Check_State",
                table: "sales_orders_QualityFindings",
                columns: new[] { "Check", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_FoundAt",
                table: "sales_orders_QualityFindings",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_OtherId",
                table: "sales_orders_QualityFindings",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_SubjectId_Check",
                table: "sales_orders_QualityFindings",
                columns: new[] { "SubjectId", "Check" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityRules_Check",
                table: "sales_orders_QualityRules",
                column: "Check",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityScores_Score",
                table: "sales_orders_QualityScores",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualitySnapshots_TakenAt",
                table: "sales_orders_QualitySnapshots",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_RefundItems_RefundId",
                table: "sales_orders_RefundItems",
                column: "RefundId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_OrderId",
                table: "sales_orders_Refunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_RequestedAt",
                table: "sales_orders_Refunds",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_State_RequestedAt",
                table: "sales_orders_Refunds",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_CustomerId_ChargedOn",
                table: "sales_orders_ReminderFees",
                columns: new[] { "CustomerId", "ChargedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_InvoiceId",
                table: "sales_orders_ReminderFees",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_Number",
                table: "sales_orders_ReminderFees",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_OrderId",
                table: "sales_orders_ReminderFees",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_ReminderId",
                table: "sales_orders_ReminderFees",
                column: "ReminderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderLevels_Level",
                table: "sales_orders_ReminderLevels",
                column: "Level",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_CustomerId_PlannedAt",
                table: "sales_orders_Reminders",
                columns: new[] { "CustomerId", "PlannedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_InvoiceId_Level",
                table: "sales_orders_Reminders",
                columns: new[] { "InvoiceId", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_PlannedAt",
                table: "sales_orders_Reminders",
                column: "PlannedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_State_NextTryAt",
                table: "sales_orders_Reminders",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_ProductId_Warehouse",
                table: "sales_orders_ReplenishmentRules",
                columns: new[] { "ProductId", "Warehouse" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_Sku",
                table: "sales_orders_ReplenishmentRules",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_SupplierId",
                table: "sales_orders_ReplenishmentRules",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReservationLines_ReservationId",
                table: "sales_orders_ReservationLines",
                column: "ReservationId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_ExpiresAt",
                table: "sales_orders_Reservations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_Reference",
                table: "sales_orders_Reservations",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_State_ExpiresAt",
                table: "sales_orders_Reservations",
                columns: new[] { "State", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReturnLines_ReturnId",
                table: "sales_orders_ReturnLines",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_OrderId",
                table: "sales_orders_Returns",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_RequestedAt",
                table: "sales_orders_Returns",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_State_RequestedAt",
                table: "sales_orders_Returns",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ShipmentLines_ShipmentId",
                table: "sales_orders_ShipmentLines",
                column: "ShipmentId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Shipments_OrderId",
                table: "sales_orders_Shipments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockCountLines_StockCountId",
                table: "sales_orders_StockCountLines",
                column: "StockCountId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockCounts_Number",
                table: "sales_orders_StockCounts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockLevels_ProductId_Warehouse",
                table: "sales_orders_StockLevels",
                columns: new[] { "ProductId", "Warehouse" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockLevels_Sku",
                table: "sales_orders_StockLevels",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_DocumentId",
                table: "sales_orders_StockMovements",
                column: "DocumentId",
                filter: "\"DocumentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_OrderId",
                table: "sales_orders_StockMovements",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_ProductId_RecordedAt",
                table: "sales_orders_StockMovements",
                columns: new[] { "ProductId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_StockLevelId",
                table: "sales_orders_StockMovements",
                column: "StockLevelId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransferLines_TransferId",
                table: "sales_orders_StockTransferLines",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransfers_Number",
                table: "sales_orders_StockTransfers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransfers_State_ToWarehouse",
                table: "sales_orders_StockTransfers",
                columns: new[] { "State", "ToWarehouse" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StoredReplies_CallerId_Key",
                table: "sales_orders_StoredReplies",
                columns: new[] { "CallerId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StoredReplies_StoredAt",
                table: "sales_orders_StoredReplies",
                column: "StoredAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplierItems_SupplierId_ProductId",
                table: "sales_orders_SupplierItems",
                columns: new[] { "SupplierId", "ProductId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Suppliers_Code",
                table: "sales_orders_Suppliers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Suppliers_Name",
                table: "sales_orders_Suppliers",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrderLines_SupplyOrderId",
                table: "sales_orders_SupplyOrderLines",
                column: "SupplyOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_Number",
                table: "sales_orders_SupplyOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_State_Warehouse",
                table: "sales_orders_SupplyOrders",
                columns: new[] { "State", "Warehouse" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_SupplierId",
                table: "sales_orders_SupplyOrders",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ToldExposures_CustomerId",
                table: "sales_orders_ToldExposures",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_UnitsOfMeasure_Code",
                table: "sales_orders_UnitsOfMeasure",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Warehouses_Code",
                table: "sales_orders_Warehouses",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_WriteOffs_OrderId",
                table: "sales_orders_WriteOffs",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_AcceptanceLines");

            migrationBuilder.DropTable(
                name: "sales_orders_Accounts");

            migrationBuilder.DropTable(
                name: "sales_orders_ApprovalRules");

            migrationBuilder.DropTable(
                name: "sales_orders_Attachments");

            migrationBuilder.DropTable(
                name: "sales_orders_AuditChains");

            migrationBuilder.DropTable(
                name: "sales_orders_AuditEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_BillingContacts");

            migrationBuilder.DropTable(
                name: "sales_orders_Books");

            migrationBuilder.DropTable(
                name: "sales_orders_Categories");

            migrationBuilder.DropTable(
                name: "sales_orders_Channels");

            migrationBuilder.DropTable(
                name: "sales_orders_CreditTerms");

            migrationBuilder.DropTable(
                name: "sales_orders_CustomerCopyRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_ExchangeRates");

            migrationBuilder.DropTable(
                name: "sales_orders_FilePieces");

            migrationBuilder.DropTable(
                name: "sales_orders_Holds");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportDetails");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportedRows");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportProfiles");

            migrationBuilder.DropTable(
                name: "sales_orders_Imports");

            migrationBuilder.DropTable(
                name: "sales_orders_InboxMessages");

            migrationBuilder.DropTable(
                name: "sales_orders_InvoiceLines");

            migrationBuilder.DropTable(
                name: "sales_orders_JournalLines");

            migrationBuilder.DropTable(
                name: "sales_orders_LoyaltyPrograms");

            migrationBuilder.DropTable(
                name: "sales_orders_NumberSeries");

            migrationBuilder.DropTable(
                name: "sales_orders_OperationProblems");

            migrationBuilder.DropTable(
                name: "sales_orders_Operations");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderLines");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderNotes");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderRevisions");

            migrationBuilder.DropTable(
                name: "sales_orders_OutboxMessages");

            migrationBuilder.DropTable(
                name: "sales_orders_Payments");

            migrationBuilder.DropTable(
                name: "sales_orders_PersonCopies");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsDue");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_PricePublications");

            migrationBuilder.DropTable(
                name: "sales_orders_PriceTraces");

            migrationBuilder.DropTable(
                name: "sales_orders_ProductCosts");

            migrationBuilder.DropTable(
                name: "sales_orders_ProductRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_PromotionUses");

            migrationBuilder.DropTable(
                name: "sales_orders_ProviderEvents");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityDue");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityFindings");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityRules");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityScores");

            migrationBuilder.DropTable(
                name: "sales_orders_QualitySnapshots");

            migrationBuilder.DropTable(
                name: "sales_orders_RefundItems");

            migrationBuilder.DropTable(
                name: "sales_orders_ReminderFees");

            migrationBuilder.DropTable(
                name: "sales_orders_ReminderLevels");

            migrationBuilder.DropTable(
                name: "sales_orders_ReplenishmentRules");

            migrationBuilder.DropTable(
                name: "sales_orders_ReservationLines");

            migrationBuilder.DropTable(
                name: "sales_orders_ReturnLines");

            migrationBuilder.DropTable(
                name: "sales_orders_ShipmentLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StockCountLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StockMovements");

            migrationBuilder.DropTable(
                name: "sales_orders_StockTransferLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StoredReplies");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplierItems");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplyOrderLines");

            migrationBuilder.DropTable(
                name: "sales_orders_ToldExposures");

            migrationBuilder.DropTable(
                name: "sales_orders_UnitsOfMeasure");

            migrationBuilder.DropTable(
                name: "sales_orders_Warehouses");

            migrationBuilder.DropTable(
                name: "sales_orders_WriteOffs");

            migrationBuilder.DropTable(
                name: "sales_orders_Acceptances");

            migrationBuilder.DropTable(
                name: "sales_orders_Files");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderChanges");

            migrationBuilder.DropTable(
                name: "sales_orders_JournalEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_PaymentRecords");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsAccounts");

            migrationBuilder.DropTable(
                name: "sales_orders_Refunds");

            migrationBuilder.DropTable(
                name: "sales_orders_Reminders");

            migrationBuilder.DropTable(
                name: "sales_orders_Reservations");

            migrationBuilder.DropTable(
                name: "sales_orders_Returns");

            migrationBuilder.DropTable(
                name: "sales_orders_Shipments");

            migrationBuilder.DropTable(
                name: "sales_orders_StockCounts");

            migrationBuilder.DropTable(
                name: "sales_orders_StockLevels");

            migrationBuilder.DropTable(
                name: "sales_orders_StockTransfers");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplyOrders");

            migrationBuilder.DropTable(
                name: "sales_orders_Invoices");

            migrationBuilder.DropTable(
                name: "sales_orders_Products");

            migrationBuilder.DropTable(
                name: "sales_orders_Suppliers");

            migrationBuilder.DropTable(
                name: "sales_orders_Orders");

            migrationBuilder.DropTable(
                name: "sales_orders_CustomerCopies");
        }
    }
}
